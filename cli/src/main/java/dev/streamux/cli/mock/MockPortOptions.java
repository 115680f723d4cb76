package dev.streamux.cli.mock;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.Tls;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the mock listens. */
public final class MockPortOptions {
    @Option(names = "--host", description = "address to listen on (default: 127.0.0.1)")
    private Optional<String> host = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "port; 0 lets the system choose (default: 0)")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--tls",
            paramLabel = "self-signed|CERT,KEY",
            description = "speak TLS (HTTP/2 by ALPN): a certificate made now, or two PEM files")
    private Optional<String> tls = Optional.empty();

    /** The configuration with what was chosen. */
    public MockConfig applyTo(MockConfig config) {
        return config.withHost(host.orElse(config.host()))
                .withPort(port.orElse(config.port()))
                .withTls(tls.map(Tls::parse).orElse(config.tls()));
    }
}
