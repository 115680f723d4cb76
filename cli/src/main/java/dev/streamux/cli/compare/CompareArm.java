package dev.streamux.cli.compare;

import dev.streamux.protocol.chat.Delivery;

/**
 * One way to deliver the answer.
 *
 * @param name the word in files, tables and {@code --arms}
 * @param delivery streamed or as one body
 * @param route what stands between the mock and the client: {@code direct}, {@code proxy/POLICY} for the embedded proxy,
 *     or a real proxy's configuration such as {@code nginx/default}
 */
public record CompareArm(String name, Delivery delivery, String route) {}
