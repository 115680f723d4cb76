package dev.streamux.mockllm.check;

import dev.streamux.mockllm.budget.Budget;

/**
 * What a server holds at one moment.
 *
 * @param tokens of answers that run or wait
 * @param bodyBytes of requests that come in or are being answered
 * @param waiting answers that wait for their turn
 * @param connections that are open
 */
public record Occupancy(Budget.State tokens, long bodyBytes, int waiting, int connections) {}
