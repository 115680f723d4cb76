package dev.streamux.simulations.client.transport.socket;

import dev.streamux.trace.InvalidInputException;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TLS settings of a client, made when first needed. Thread-safe. */
public final class TlsContexts {
    private final Trust trust;
    private @Nullable SslContext http1;
    private @Nullable SslContext http2;

    /**
     * Contexts that accept the certificates of {@code trust}.
     *
     * @throws InvalidInputException if they cannot be read
     */
    public TlsContexts(Trust trust) {
        this.trust = trust;
        if (trust instanceof Trust.Authorities) {
            http1 = build(false);
        }
    }

    /** The context for HTTP/1.1, or for HTTP/2 agreed on by ALPN. */
    synchronized SslContext context(boolean forHttp2) {
        if (forHttp2) {
            http2 = http2 == null ? build(true) : http2;
            return http2;
        }
        http1 = http1 == null ? build(false) : http1;
        return http1;
    }

    private SslContext build(boolean forHttp2) {
        SslContextBuilder builder = SslContextBuilder.forClient();
        if (trust instanceof Trust.Anybody) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        } else if (trust instanceof Trust.Authorities authorities) {
            addAuthorities(builder, authorities.file());
        }
        if (forHttp2) {
            builder.ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            ApplicationProtocolNames.HTTP_2));
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("this JDK offers no usable TLS: " + e.getMessage(), e);
        }
    }

    private static void addAuthorities(SslContextBuilder builder, Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidInputException(
                    "the certificates in " + file + " cannot be read; name a file in PEM form that is there");
        }
        try {
            builder.trustManager(file.toFile());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    file + " holds no certificate in PEM form; it must begin with -----BEGIN CERTIFICATE-----", e);
        }
    }
}
