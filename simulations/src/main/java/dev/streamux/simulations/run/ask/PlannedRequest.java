package dev.streamux.simulations.run.ask;

import dev.streamux.simulations.scenario.Arm;

/**
 * One question of the run; when it starts is the load's matter.
 *
 * @param conversation unique in the run; the id of its first question
 * @param turn its place in the conversation, from 0
 * @param id unique in the run, joins response and emission
 * @param arm the condition
 * @param round which repetition, from 0; every arm has one question in a round
 * @param position its place in the round, from 0
 * @param seed of the answer; all arms of a round share it
 * @param prompt what is asked; all arms of a round share it
 */
public record PlannedRequest(
        String conversation, int turn, String id, Arm arm, int round, int position, long seed, String prompt) {}
