package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.load.Tempo;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * What an answer sends, and when.
 *
 * @param events its events
 * @param schedule when each is due by plan
 * @param tempo when each is due as things stand
 * @param headers response headers
 * @param delivery how it travels
 * @param comments whether its framing knows comments, as server-sent events do
 */
public record StreamHead(
        StreamEncoder events,
        Schedule schedule,
        Tempo tempo,
        HttpHeaders headers,
        Delivery delivery,
        boolean comments) {}
