package dev.streamux.cli.compare;

/**
 * One request of the experiment.
 *
 * @param id joins response and emission
 * @param arm the way it goes
 * @param phase {@code warmup} or {@code measure}
 * @param round which repetition, from 0; every arm has one request in a round
 * @param seed of the answer; all arms of a round share it
 * @param tokens how long the answer is
 * @param offsetNanos when it is to start, from the start of its phase
 */
record PlannedRequest(String id, CompareArm arm, String phase, int round, long seed, int tokens, long offsetNanos) {}
