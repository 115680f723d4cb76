package dev.streamux.mockllm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.fault.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The way through Netty's queue; the way past it needs a socket, and every test over a port takes it. */
class Http1WireTest {
    private final Outbox outbox = new Outbox();
    private final EmbeddedChannel first = new EmbeddedChannel(new HttpServerCodec());
    private final EmbeddedChannel second = new EmbeddedChannel(new HttpServerCodec());

    private Http1Wire wire(EmbeddedChannel channel, HttpVersion version) {
        return new Http1Wire(
                channel.pipeline().firstContext(), new DefaultFullHttpRequest(version, HttpMethod.POST, "/"), outbox);
    }

    private static void write(Http1Wire wire, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        wire.write(bytes, 0, bytes.length);
    }

    private static String sent(EmbeddedChannel channel) {
        StringBuilder all = new StringBuilder();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            all.append(next.toString(StandardCharsets.US_ASCII));
            next.release();
        }
        return all.toString();
    }

    @Test
    void everyWriteIsAChunk() {
        Http1Wire wire = wire(first, HttpVersion.HTTP_1_1);
        write(wire, "abc");
        write(wire, "0123456789abcdef!");
        assertThat(wire.drained()).isFalse();
        wire.flush();

        assertThat(sent(first)).isEqualTo("3\r\nabc\r\n11\r\n0123456789abcdef!\r\n");
        assertThat(wire.drained()).isTrue();
    }

    @Test
    void withoutChunksTheBytesAreAlone() {
        Http1Wire wire = wire(first, HttpVersion.HTTP_1_0);
        write(wire, "abc");
        wire.flush();

        assertThat(sent(first)).isEqualTo("abc");
    }

    @Test
    void twoWiresInOneOutboxDoNotMix() {
        Http1Wire one = wire(first, HttpVersion.HTTP_1_1);
        Http1Wire other = wire(second, HttpVersion.HTTP_1_1);
        write(one, "a");
        write(other, "b");
        write(one, "c");
        other.flush();
        one.flush();

        assertThat(sent(first)).isEqualTo("1\r\na\r\n1\r\nc\r\n");
        assertThat(sent(second)).isEqualTo("1\r\nb\r\n");
    }

    @Test
    void moreThanTheOutboxHoldsLeavesInOrder() {
        Http1Wire wire = wire(first, HttpVersion.HTTP_1_1);
        String large = "0123456789".repeat(20_000);
        write(wire, "a");
        write(wire, large);
        wire.flush();

        assertThat(sent(first)).isEqualTo("1\r\na\r\n30d40\r\n" + large + "\r\n");
    }

    @Test
    void whatWasNotFlushedBeforeAResetIsGone() {
        Http1Wire wire = wire(first, HttpVersion.HTTP_1_1);
        write(wire, "a");
        wire.cut(Fault.Scope.STREAM);

        assertThat(sent(first)).isEqualTo("1\r\na\r\n");
        Http1Wire other = wire(second, HttpVersion.HTTP_1_1);
        write(other, "b");
        other.reset(Fault.Scope.STREAM);
        write(wire(new EmbeddedChannel(new HttpServerCodec()), HttpVersion.HTTP_1_1), "c");

        assertThat(sent(second)).isEmpty();
    }
}
