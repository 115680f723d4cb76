package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.policy.Policy;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/** What all exchanges of one proxy share: the policy, the way to the origin and the turnstile. */
final class Exchanges {
    /** The odd constant of SplitMix64, which spreads successive indices over all seeds. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private static final int LARGEST_LINE_BYTES = 64 << 10;
    private static final int LARGEST_CHUNK_BYTES = 64 << 10;

    private final ProxyConfig config;
    private final Bootstrap towardsOrigin;
    private final Optional<SslContext> tls;
    private final Turnstile turnstile;
    private final AtomicLong count = new AtomicLong();

    Exchanges(ProxyConfig config, Bootstrap towardsOrigin) {
        this.config = config;
        this.towardsOrigin = towardsOrigin;
        this.tls = config.isSecure() ? Optional.of(clientTls()) : Optional.empty();
        this.turnstile = new Turnstile(find(config.policy().steps(), Policy.Queue.class)
                .map(queue -> OptionalInt.of(queue.limit()))
                .orElse(OptionalInt.empty()));
    }

    private static SslContext clientTls() {
        try {
            return SslContextBuilder.forClient()
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this JDK offers no TLS", e);
        }
    }

    static <T extends Policy> Optional<T> find(List<Policy> steps, Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    ProxyConfig config() {
        return config;
    }

    Turnstile turnstile() {
        return turnstile;
    }

    /** Begins the exchange for a request that came in on {@code client}; the exchange owns the request. */
    Exchange begin(Channel client, FullHttpRequest request, Runnable whenOver) {
        long index = count.getAndIncrement();
        SplittableRandom random = new SplittableRandom(config.seed() + index * GOLDEN_GAMMA);
        Exchange exchange = new Exchange(this, client, request, random, whenOver);
        exchange.begin();
        return exchange;
    }

    /** Connects to the origin on the event loop of {@code client}; {@code reader} gets what it answers. */
    ChannelFuture connect(Channel client, ChannelHandler reader) {
        return towardsOrigin
                .clone(client.eventLoop())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        tls.ifPresent(context -> channel.pipeline()
                                .addLast(context.newHandler(
                                        channel.alloc(), config.target().getHost(), config.targetPort())));
                        channel.pipeline()
                                .addLast(new HttpClientCodec(
                                        LARGEST_LINE_BYTES, LARGEST_LINE_BYTES, LARGEST_CHUNK_BYTES))
                                .addLast(reader);
                    }
                })
                .connect(config.target().getHost(), config.targetPort());
    }
}
