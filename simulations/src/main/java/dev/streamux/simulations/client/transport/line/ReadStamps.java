package dev.streamux.simulations.client.transport.line;

import dev.streamux.trace.NanoClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a connection: stamps each read before anything else touches its bytes.
 *
 * <p>Everything that is decoded from one read has the stamp of that read, however long decoding takes.
 */
public final class ReadStamps extends ChannelInboundHandlerAdapter {
    private final NanoClock clock;
    private final String source;
    private long nanos;
    private int reads;
    private @Nullable ReadSink sink;

    /** Receives raw reads. */
    @FunctionalInterface
    public interface ReadSink {
        /** One read with its stamp; the buffer is only lent. */
        void onRead(long nanos, ByteBuf bytes);
    }

    /** A stamper on this clock. */
    public ReadStamps(NanoClock clock) {
        this(clock, "user");
    }

    /** A stamper whose stamps have this source. */
    public ReadStamps(NanoClock clock, String source) {
        this.clock = clock;
        this.source = source;
    }

    /** Where the stamps come from: {@code user}, read by this program, or {@code kernel}. */
    public String source() {
        return source;
    }

    /** Notes a read that was stamped elsewhere; stamps never go back. */
    public void stamp(long stampNanos, ByteBuf bytes) {
        nanos = Math.max(nanos, stampNanos);
        reads++;
        if (sink != null) {
            sink.onRead(nanos, bytes);
        }
    }

    /** When the last read was, on the clock of the client; 0 before the first. */
    public long nanos() {
        return nanos;
    }

    /** How many reads there were on this connection. */
    public int reads() {
        return reads;
    }

    /** Shows raw reads to {@code value} from now on, or to nobody. */
    public void showTo(@Nullable ReadSink value) {
        sink = value;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        nanos = clock.nanos();
        reads++;
        if (sink != null && message instanceof ByteBuf bytes) {
            sink.onRead(nanos, bytes);
        }
        context.fireChannelRead(message);
    }
}
