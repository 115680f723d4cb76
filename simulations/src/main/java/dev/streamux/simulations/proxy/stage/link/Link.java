package dev.streamux.simulations.proxy.stage.link;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The figures of a slow link.
 *
 * @param delay added to every piece, ≥ 0
 * @param jitter a piece gets a further delay, uniform in [0, jitter]
 * @param bytesPerSecond rate, ≥ 1; empty for no limit
 * @param stallShare probability in [0, 1] that the link stands still before a piece
 * @param stall how long it then does, ≥ 0
 */
public record Link(Duration delay, Duration jitter, OptionalLong bytesPerSecond, double stallShare, Duration stall) {}
