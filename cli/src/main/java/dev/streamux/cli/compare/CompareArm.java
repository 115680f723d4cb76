package dev.streamux.cli.compare;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.scenario.Route;

/**
 * One way to deliver the answer.
 *
 * @param name the word in files, tables and {@code --arms}
 * @param delivery streamed or as one body
 * @param route what stands between the mock and the client: as scenarios name it
 */
public record CompareArm(String name, Delivery delivery, Route route) {}
