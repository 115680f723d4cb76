package dev.streamux.cli.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When each request starts: round by round, the order of the arms turned round from one round to the next (ABBA).
 *
 * <p>Interleaving lets a disturbance of the machine hit all arms alike. Starts are spaced evenly, so that requests
 * overlap and a run takes about a minute without being a load test.
 */
final class CompareSchedule {
    /** Few streams at once: with answers of 5 s, 34 of them. */
    static final Duration SPACING = Duration.ofMillis(150);

    private static final int WARM_UP_TOKENS = 20;
    private static final int WARM_UP_ROUNDS = 2;

    private CompareSchedule() {}

    /** Short answers that load classes and let the compiler work before anything counts. */
    static List<PlannedRequest> warmUp(CompareSettings settings) {
        return rounds(settings, "warmup", WARM_UP_ROUNDS, Math.min(WARM_UP_TOKENS, settings.tokens()));
    }

    /** The requests that count. */
    static List<PlannedRequest> measured(CompareSettings settings) {
        return rounds(settings, "measure", settings.requests(), settings.tokens());
    }

    private static List<PlannedRequest> rounds(CompareSettings settings, String phase, int rounds, int tokens) {
        List<PlannedRequest> planned = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<CompareArm> order = new ArrayList<>(settings.arms());
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (CompareArm arm : order) {
                String id = arm.name() + "-" + phase + "-" + String.format("%04d", round);
                long offset = planned.size() * SPACING.toNanos();
                planned.add(new PlannedRequest(id, arm, phase, round, settings.seed() + round, tokens, offset));
            }
        }
        return planned;
    }
}
