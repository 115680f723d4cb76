package dev.streamux.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Deque's accessibility checker, run inside the page. */
public final class Axe {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** Each serious or critical barrier of the page as it is now: the rule, what it wants, and where. */
    public static List<String> graveBarriers(Tab tab) {
        tab.value(script() + ";true");
        JsonNode violations = tab.value("axe.run(document).then((found) => found.violations)");
        List<String> grave = new ArrayList<>();
        for (JsonNode violation : violations) {
            if (GRAVE.contains(violation.path("impact").asText())) {
                for (JsonNode node : violation.path("nodes")) {
                    grave.add(violation.path("id").asText() + " at " + node.path("target") + ": "
                            + node.path("failureSummary").asText());
                }
            }
        }
        return grave;
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path of the tests");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
