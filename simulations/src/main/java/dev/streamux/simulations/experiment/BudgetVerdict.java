package dev.streamux.simulations.experiment;

/**
 * Whether an arm kept a budget.
 *
 * @param arm the arm's name
 * @param budget as the scenario has it
 * @param value what it came to, with its unit; {@code -} if no response has it
 * @param bounds where the true value lies, or why nobody can say; {@code -} if nobody asked
 * @param responses how many it was judged on
 * @param verdict what it comes to
 */
public record BudgetVerdict(String arm, String budget, String value, String bounds, int responses, Verdict verdict) {

    /** What a budget comes to. */
    public enum Verdict {
        /** It holds. */
        KEPT("kept"),
        /** It does not hold, or no response has what it bounds. */
        BROKEN("BROKEN"),
        /** The sample carries neither. */
        UNDECIDED("undecided");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word in tables. */
        public String word() {
            return word;
        }
    }
}
