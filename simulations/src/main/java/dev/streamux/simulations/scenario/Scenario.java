package dev.streamux.simulations.scenario;

import dev.streamux.simulations.client.request.Limits;
import java.util.List;

/**
 * An experiment with every default resolved.
 *
 * @param name a short word for files and titles
 * @param question the question that it answers, from line 1 of its file; empty if the file has none
 * @param seed of arrivals, answers and prompts; the same seed plans the same run
 * @param target who is asked
 * @param arms the conditions compared, at least one, names unique; the first is the baseline
 * @param load how many ask, and when
 * @param phases how the time is divided
 * @param answers what the mock is told to answer
 * @param conversation how many turns a reader takes, and how long they think between
 * @param prompts what is asked, in turn; at least one
 * @param budgets what would be good enough; may be empty
 * @param limits when a response is given up
 * @param stamps whose clock dates what arrives
 */
public record Scenario(
        String name,
        String question,
        long seed,
        Target target,
        List<Arm> arms,
        Load load,
        Phases phases,
        Answers answers,
        Conversation conversation,
        List<String> prompts,
        List<Budget> budgets,
        Limits limits,
        Stamps stamps) {

    public Scenario {
        arms = List.copyOf(arms);
        prompts = List.copyOf(prompts);
        budgets = List.copyOf(budgets);
        if (arms.isEmpty() || prompts.isEmpty()) {
            throw new IllegalArgumentException("arms has " + arms.size() + " and prompts has " + prompts.size()
                    + " entries; both must have at least one");
        }
        if (arms.stream().map(Arm::name).distinct().count() != arms.size()) {
            throw new IllegalArgumentException("arms has a name twice; names must differ");
        }
    }
}
