package dev.streamux.simulations.scenario.read;

import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.simulations.scenario.Target;
import dev.streamux.simulations.scenario.Target.Knobs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code target}. */
final class TargetReader {
    static final List<String> KNOBS =
            Arrays.stream(Knobs.values()).map(Knobs::word).collect(Collectors.toList());

    private static final String ADDRESS = "an http or https address such as https://api.example.com";
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "x-api-key", "x-goog-api-key", "api-key", "cookie", "proxy-authorization");

    private TargetReader() {}

    /** The target; files are named from {@code folder}. */
    static Target target(Section root, Path folder) {
        return root.section("target", ScenarioKeys.TARGET)
                .map(section -> read(section, folder))
                .orElse(Target.MOCK);
    }

    private static Target read(Section section, Path folder) {
        Optional<URI> url = address(section, "url");
        Knobs fallback = url.isPresent() ? Knobs.NONE : Knobs.HEADERS;
        Knobs knobs = section.word("knobs", KNOBS)
                .flatMap(word -> Arrays.stream(Knobs.values())
                        .filter(candidate -> candidate.word().equals(word))
                        .findFirst())
                .orElse(fallback);
        Optional<String> variable = section.value(
                "key-env",
                "the name of an environment variable, such as OPENAI_API_KEY; never the key itself",
                text -> {
                    return Optional.of(text).filter(name -> name.matches("[A-Z_][A-Z0-9_]*"));
                });
        return new Target(
                url, variable, headers(section), knobs, address(section, "connect-proxy"), trust(section, folder));
    }

    private static Trust trust(Section section, Path folder) {
        Optional<Path> file = section.text("ca-file").map(folder::resolve);
        file.filter(path -> !holdsCertificate(path))
                .ifPresent(path -> section.problem(
                        "ca-file", "is \"" + path + "\", which holds no certificate; it must name a file in PEM form"));
        boolean anybody = section.flag("trust-all-certificates").orElse(false);
        if (anybody && file.isPresent()) {
            section.problem("ca-file", "is given beside trust-all-certificates; leave one of them out");
        }
        return file.<Trust>map(Trust.Authorities::new).orElse(anybody ? Trust.ANYBODY : Trust.SYSTEM);
    }

    private static boolean holdsCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    /** Secrets in a scenario would end in {@code run.json}. */
    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new TreeMap<>(section.pairs("headers"));
        headers.keySet().removeIf(name -> {
            boolean secret = SECRET_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT));
            if (secret) {
                section.problem(
                        "headers",
                        "names \"" + name
                                + "\", which is a secret; put it into an environment variable and name that in key-env");
            }
            return secret;
        });
        return headers;
    }

    static Optional<URI> address(Section section, String key) {
        return section.value(key, ADDRESS, TargetReader::http);
    }

    private static Optional<URI> http(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
