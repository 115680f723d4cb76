package dev.streamux.simulations.proxy.stage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses the body, with or without a flush after each piece.
 *
 * <p>Without it, text waits until the compressor's own blocks are full: kilobytes of it. An answer that is encoded
 * already passes as it is.
 */
public final class Gzip extends Forwarding {
    /** RFC 1952: magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final int flushMode;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 checksum = new CRC32();
    private boolean active;
    private boolean headerWritten;

    /** A stage that flushes the compressor after each piece if {@code flushed}. */
    public Gzip(Stage next, boolean flushed) {
        super(next);
        this.flushMode = flushed ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
    }

    @Override
    public void head(HttpResponse response) {
        active = !response.headers().contains(HttpHeaderNames.CONTENT_ENCODING);
        if (active) {
            response.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
            response.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            response.headers().add(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        super.head(response);
    }

    @Override
    public void body(ByteBuf bytes) {
        if (!active) {
            super.body(bytes);
            return;
        }
        byte[] plain = new byte[bytes.readableBytes()];
        bytes.readBytes(plain).release();
        checksum.update(plain);
        deflater.setInput(plain);
        ByteBuf out = Unpooled.buffer(plain.length + 64);
        deflateInto(out);
        pass(out);
    }

    private void deflateInto(ByteBuf out) {
        byte[] block = new byte[4096];
        int count;
        do {
            count = deflater.deflate(block, 0, block.length, flushMode);
            out.writeBytes(block, 0, count);
        } while (count == block.length || (count > 0 && !deflater.needsInput()));
    }

    private void pass(ByteBuf compressed) {
        if (!compressed.isReadable()) {
            compressed.release();
            return;
        }
        if (headerWritten) {
            super.body(compressed);
        } else {
            headerWritten = true;
            super.body(Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(HEADER), compressed));
        }
    }

    @Override
    public void end(Ending ending) {
        if (active && ending == Ending.CLEAN) {
            ByteBuf out = Unpooled.buffer();
            byte[] block = new byte[4096];
            deflater.finish();
            while (!deflater.finished()) {
                out.writeBytes(block, 0, deflater.deflate(block));
            }
            out.writeIntLE((int) checksum.getValue());
            out.writeIntLE((int) deflater.getBytesRead());
            pass(out);
        }
        deflater.end();
        super.end(ending);
    }

    @Override
    public void release() {
        deflater.end();
        super.release();
    }
}
