package dev.streamux.protocol.chat.request;

/**
 * How the client wants to be answered.
 *
 * @param stream piece by piece rather than in one body
 * @param includeUsage whether a stream ends with the counts, in the dialect where the client has to ask
 * @param includeObfuscation whether deltas carry the vendor's padding, in the dialects that know it
 * @param jsonArray whether the stream is one JSON array instead of server-sent events, in the dialect that knows it
 */
public record StreamWishes(boolean stream, boolean includeUsage, boolean includeObfuscation, boolean jsonArray) {}
