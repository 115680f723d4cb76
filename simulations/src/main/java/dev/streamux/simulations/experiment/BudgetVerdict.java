package dev.streamux.simulations.experiment;

/**
 * Whether an arm kept a budget.
 *
 * @param arm the arm's name
 * @param budget as the scenario has it
 * @param value what it came to, with its unit; {@code -} if no response has it
 * @param responses how many it was judged on
 * @param kept whether it was kept; a budget that no response has is not
 */
public record BudgetVerdict(String arm, String budget, String value, int responses, boolean kept) {}
