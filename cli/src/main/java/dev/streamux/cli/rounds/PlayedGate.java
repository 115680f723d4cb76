package dev.streamux.cli.rounds;

import dev.streamux.analyzer.gate.verdict.GateResult;

/**
 * What came of a gate that plays its run on.
 *
 * @param result the verdict of the last look
 * @param stopped whether the user ended it; what it had to say is in the notes of the result
 */
public record PlayedGate(GateResult result, boolean stopped) {}
