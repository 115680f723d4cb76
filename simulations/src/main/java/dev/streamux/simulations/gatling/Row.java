package dev.streamux.simulations.gatling;

import java.util.Optional;

/**
 * A row for Gatling's report.
 *
 * @param group the group it stands in, within those of the session; assertions name it as {@code details(group, name)}
 * @param name such as {@code TTFT}
 * @param startNanos a value of {@link System#nanoTime}
 * @param endNanos a value of {@link System#nanoTime}
 * @param error what went wrong; empty makes the row OK
 */
record Row(String group, String name, long startNanos, long endNanos, Optional<String> error) {}
