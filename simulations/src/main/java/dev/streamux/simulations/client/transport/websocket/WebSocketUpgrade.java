package dev.streamux.simulations.client.transport.websocket;

import io.netty.handler.codec.http.HttpHeaders;

/**
 * What a WebSocket handshake asks for.
 *
 * @param pathAndQuery the resource
 * @param headers further headers, the key among them
 * @param maxMessageBytes the largest message that is read
 */
public record WebSocketUpgrade(String pathAndQuery, HttpHeaders headers, int maxMessageBytes) {}
