package dev.streamux.protocol.chat.request;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool that the model may call.
 *
 * @param name its name, not empty
 * @param schema JSON Schema of its arguments; an empty object when the request gave none
 */
public record ToolDefinition(String name, JsonNode schema) {}
