package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelftestCommandIT {
    @TempDir
    private Path folder;

    @Test
    void theTableIsPrintedAndTheEvidenceWritten() throws Exception {
        Path file = folder.resolve("selftest.json");
        // A minute is no limit that a busy machine breaks, so that the exit code tells of reading alone.
        CommandProcess selftest =
                CommandProcess.run(folder, "", "selftest", "--limit-ms", "60000", "--out", file.toString());
        assertThat(selftest.code()).as(selftest.out() + selftest.err()).isZero();
        assertThat(selftest.out()).startsWith("shape").contains("comment-pings", "shapes right within 60000.0 ms");
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
        assertThat(json.path("verdict").asText()).isEqualTo("right");
        assertThat(json.path("shapes")).hasSizeGreaterThanOrEqualTo(33);
    }
}
