package dev.streamux.simulations.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {
    @Test
    void aBufferOf4096BytesIsNginx() {
        Advice advice = Advice.of(Finding.ofSize(Kind.SIZE_BUFFER, "10", 4096, ""), "");
        assertThat(advice.likely()).contains("nginx");
        assertThat(advice.fix()).contains("proxy_http_version 1.1").contains("proxy_buffering off");
    }

    @Test
    void aSizeThatNobodyIsKnownForIsNotPinnedOnNginx() {
        assertThat(Advice.of(Finding.ofSize(Kind.SIZE_BUFFER, "10", 5000, ""), "")
                        .likely())
                .doesNotContain("nginx");
    }

    @Test
    void theCorkIsHaproxy() {
        assertThat(Advice.of(Finding.of(Kind.CORK, "9", ""), "").fix()).isEqualTo("option http-no-delay");
    }

    @Test
    void theNameOfTheServerNarrowsTheAdvice() {
        Finding leak = Finding.of(Kind.CANCELLATION_LEAK, "14", "");
        assertThat(Advice.of(leak, "nginx/1.22.1").fix()).isEqualTo("proxy_ignore_client_abort off");
        assertThat(Advice.of(leak, "").fix()).contains("option abortonclose");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_ANSWER", "WITHHELD", "UNEXPLAINED"})
    void everyKindThatSaysSomethingHasAdvice(Kind kind) {
        assertThat(Advice.of(Finding.of(kind, "-", ""), "").likely()).isNotEqualTo("unknown");
    }
}
