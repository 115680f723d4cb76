package dev.streamux.mockllm.server;

import dev.streamux.mockllm.Tls;
import dev.streamux.trace.InvalidInputException;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** The server's side of TLS, with HTTP/2 and HTTP/1.1 on offer. */
final class TlsContext {
    private static final char[] STORE_PASSWORD = "streamux".toCharArray();
    private static final int KEYTOOL_SECONDS = 30;

    private TlsContext() {}

    /** The context, empty for none. */
    static Optional<SslContext> of(Tls tls) {
        if (tls instanceof Tls.Off) {
            return Optional.empty();
        }
        try {
            SslContextBuilder builder = tls instanceof Tls.Files files
                    ? SslContextBuilder.forServer(
                            files.certificate().toFile(), files.key().toFile())
                    : SslContextBuilder.forServer(selfSigned());
            return Optional.of(finish(builder));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "TLS cannot be set up: " + e.getMessage()
                            + "; give PEM files of a certificate chain and a PKCS#8 key, or self-signed",
                    e);
        }
    }

    private static SslContext finish(SslContextBuilder builder) throws SSLException {
        return builder.sslProvider(SslProvider.JDK)
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1))
                .build();
    }

    private static KeyManagerFactory selfSigned() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("streamux-tls");
        Path store = folder.resolve("store.p12");
        try {
            keytool(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, STORE_PASSWORD);
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, STORE_PASSWORD);
            return factory;
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder);
        }
    }

    private static void keytool(Path store) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "mock",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(STORE_PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool of the JDK at " + keytool + " made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the certificate was made", e);
        } finally {
            process.destroy();
        }
    }
}
