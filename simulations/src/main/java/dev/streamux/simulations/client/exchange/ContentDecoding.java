package dev.streamux.simulations.client.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Decompresses a body piece by piece: what can be decoded after a read is there at that read. */
final class ContentDecoding implements AutoCloseable {
    private final EmbeddedChannel zlib;

    private ContentDecoding(ZlibWrapper wrapper) {
        // Unlimited output of one step: the limit on one event bounds what is kept.
        zlib = new EmbeddedChannel(ZlibCodecFactory.newZlibDecoder(wrapper, 0));
    }

    /** The decoding of a {@code Content-Encoding}; empty for one that this client does not know. */
    static Optional<ContentDecoding> of(String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> Optional.of(new ContentDecoding(ZlibWrapper.GZIP));
            // Servers send both the zlib form, which the standard means, and the bare one.
            case "deflate" -> Optional.of(new ContentDecoding(ZlibWrapper.ZLIB_OR_NONE));
            default -> Optional.empty();
        };
    }

    /** Gives what these bytes decompress to; the buffer is only lent, both ways. */
    void decode(ByteBuf compressed, Consumer<ByteBuf> plain) {
        zlib.writeInbound(compressed.retainedDuplicate());
        ByteBuf piece = zlib.readInbound();
        while (piece != null) {
            try {
                plain.accept(piece);
            } finally {
                piece.release();
            }
            piece = zlib.readInbound();
        }
    }

    @Override
    public void close() {
        zlib.finishAndReleaseAll();
    }
}
