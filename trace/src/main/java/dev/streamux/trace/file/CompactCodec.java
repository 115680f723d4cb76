package dev.streamux.trace.file;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.util.Map;

/**
 * A response as the payload of one block of {@code responses.sux}, and back; nothing is lost.
 *
 * <p>Times of chunks are differences of differences in nanoseconds: an even stream costs three bytes a chunk. A further
 * byte holds the characters and by how much the framing (bytes less characters) differs from the chunk before, four bits
 * each; 15 says that the number follows.
 */
final class CompactCodec {
    private static final int HEADERS = 1;
    private static final int FIRST_BYTE = 1 << 1;
    private static final int ERROR = 1 << 2;
    private static final int USAGE = 1 << 3;
    private static final int TEXT = 1 << 4;
    private static final int REASONING = 1 << 5;
    private static final int REASONING_CHUNKS = 1 << 6;
    private static final int ATTRIBUTES = 1 << 7;
    private static final int ESCAPE = 15;

    private CompactCodec() {}

    static void write(ResponseTrace trace, CompactSink out) {
        out.writeVarint(flags(trace));
        out.writeString(trace.id());
        out.writeString(trace.arm());
        out.writeString(trace.phase());
        out.writeString(trace.protocol());
        out.writeString(trace.delivery());
        out.writeString(trace.route());
        out.writeSigned(trace.intendedNanos());
        out.writeSigned(trace.sentNanos() - trace.intendedNanos());
        trace.headersNanos().ifPresent(nanos -> out.writeSigned(nanos - trace.sentNanos()));
        trace.firstByteNanos().ifPresent(nanos -> out.writeSigned(nanos - trace.sentNanos()));
        out.writeSigned(trace.endNanos() - trace.sentNanos());
        out.writeString(trace.outcome().word());
        out.writeVarint(trace.status());
        trace.error().ifPresent(out::writeString);
        trace.usage().ifPresent(usage -> {
            out.writeVarint(usage.inputTokens());
            out.writeVarint(usage.outputTokens());
        });
        trace.text().ifPresent(out::writeString);
        if (!trace.reasoning().isEmpty()) {
            out.writeString(trace.reasoning());
        }
        if (!trace.attributes().isEmpty()) {
            writeAttributes(trace.attributes(), out);
        }
        writeChunks(trace.chunks(), trace.sentNanos(), out);
        if (!trace.reasoningChunks().isEmpty()) {
            writeChunks(trace.reasoningChunks(), trace.sentNanos(), out);
        }
    }

    private static int flags(ResponseTrace trace) {
        return (trace.headersNanos().isPresent() ? HEADERS : 0)
                | (trace.firstByteNanos().isPresent() ? FIRST_BYTE : 0)
                | (trace.error().isPresent() ? ERROR : 0)
                | (trace.usage().isPresent() ? USAGE : 0)
                | (trace.text().isPresent() ? TEXT : 0)
                | (trace.reasoning().isEmpty() ? 0 : REASONING)
                | (trace.reasoningChunks().isEmpty() ? 0 : REASONING_CHUNKS)
                | (trace.attributes().isEmpty() ? 0 : ATTRIBUTES);
    }

    private static void writeAttributes(Map<String, String> attributes, CompactSink out) {
        out.writeVarint(attributes.size());
        attributes.forEach((key, value) -> {
            out.writeString(key);
            out.writeString(value);
        });
    }

    private static void writeChunks(Chunks chunks, long origin, CompactSink out) {
        out.writeVarint(chunks.size());
        long time = origin;
        long gap = 0;
        int framing = 0;
        for (int i = 0; i < chunks.size(); i++) {
            long nextGap = chunks.timeNanos(i) - time;
            out.writeSigned(nextGap - gap);
            gap = nextGap;
            time = chunks.timeNanos(i);
            int characters = chunks.characters(i);
            int nextFraming = chunks.bytes(i) - characters;
            int change = ((nextFraming - framing) << 1) ^ ((nextFraming - framing) >> 31);
            framing = nextFraming;
            boolean isLong = characters >= ESCAPE;
            boolean isFar = change < 0 || change >= ESCAPE;
            out.writeByte(((isFar ? ESCAPE : change) << 4) | (isLong ? ESCAPE : characters));
            if (isLong) {
                out.writeVarint(characters);
            }
            if (isFar) {
                out.writeVarint(change & 0xFFFFFFFFL);
            }
        }
    }

    static ResponseTrace read(CompactSource in) {
        int flags = (int) in.readVarint();
        ResponseTrace.Builder trace = ResponseTrace.builder(in.readString());
        trace.arm(in.readString()).phase(in.readString()).protocol(in.readString());
        trace.delivery(in.readString()).route(in.readString());
        long intended = in.readSigned();
        long sent = intended + in.readSigned();
        trace.intendedNanos(intended).sentNanos(sent);
        if ((flags & HEADERS) != 0) {
            trace.headersNanos(sent + in.readSigned());
        }
        if ((flags & FIRST_BYTE) != 0) {
            trace.firstByteNanos(sent + in.readSigned());
        }
        trace.endNanos(sent + in.readSigned());
        trace.outcome(Outcome.parse(in.readString())).status((int) in.readVarint());
        if ((flags & ERROR) != 0) {
            trace.error(in.readString());
        }
        if ((flags & USAGE) != 0) {
            trace.usage(new Usage((int) in.readVarint(), (int) in.readVarint()));
        }
        if ((flags & TEXT) != 0) {
            trace.text(in.readString());
        }
        if ((flags & REASONING) != 0) {
            trace.reasoning(in.readString());
        }
        if ((flags & ATTRIBUTES) != 0) {
            readAttributes(in, trace);
        }
        trace.chunks(readChunks(in, sent));
        if ((flags & REASONING_CHUNKS) != 0) {
            trace.reasoningChunks(readChunks(in, sent));
        }
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("the block holds more than a response");
        }
        return trace.build();
    }

    private static void readAttributes(CompactSource in, ResponseTrace.Builder trace) {
        int count = in.readCount("attributes");
        for (int i = 0; i < count; i++) {
            trace.attribute(in.readString(), in.readString());
        }
    }

    private static Chunks readChunks(CompactSource in, long origin) {
        int count = in.readCount("chunks");
        Chunks.Builder chunks = Chunks.builder(count);
        long time = origin;
        long gap = 0;
        int framing = 0;
        for (int i = 0; i < count; i++) {
            gap += in.readSigned();
            time += gap;
            int both = in.readByte();
            int characters = (both & ESCAPE) == ESCAPE ? (int) in.readVarint() : both & ESCAPE;
            int change = both >>> 4 == ESCAPE ? (int) in.readVarint() : both >>> 4;
            framing += (change >>> 1) ^ -(change & 1);
            chunks.add(time, characters, framing + characters);
        }
        return chunks.build();
    }
}
