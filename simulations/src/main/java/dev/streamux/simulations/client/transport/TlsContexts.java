package dev.streamux.simulations.client.transport;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TLS settings of a client, made when first needed. Thread-safe. */
final class TlsContexts {
    private final boolean trustAll;
    private @Nullable SslContext http1;
    private @Nullable SslContext http2;

    TlsContexts(boolean trustAll) {
        this.trustAll = trustAll;
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
        if (trustAll) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
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
}
