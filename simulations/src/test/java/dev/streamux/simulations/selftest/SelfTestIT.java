package dev.streamux.simulations.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SelfTestIT {

    @Test
    void noShapeIsMisread() throws Exception {
        // Times may be late on a busy machine; what was read may not be wrong.
        SelfTestReport report = SelfTest.run(SelfTest.DEFAULT_LIMIT_MILLIS);
        assertThat(report.shapes()).hasSizeGreaterThanOrEqualTo(39);
        assertThat(report.count(ShapeResult.Verdict.WRONG)).as(report.table()).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.path("schema").asText()).isEqualTo("streamux-selftest/1");
        assertThat(StreamSupport.stream(json.path("shapes").spliterator(), false)
                        .map(shape -> shape.path("name").asText()))
                .doesNotHaveDuplicates()
                .contains("base", "truncated", "comment-pings", "crlf", "http2", "gzip", "tool-calls");
    }
}
