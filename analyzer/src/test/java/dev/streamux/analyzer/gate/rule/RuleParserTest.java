package dev.streamux.analyzer.gate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.gate.rule.condition.Condition.Budget;
import dev.streamux.analyzer.gate.rule.condition.Condition.DeliveryShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.GoodShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.NotBuffered;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.rule.condition.Condition.Streamed;
import dev.streamux.analyzer.gate.rule.condition.Need;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.trace.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    @Test
    void structure() {
        assertThat(RuleParser.parse("streamed")).isEqualTo(new Streamed());
        assertThat(RuleParser.parse(" not buffered ")).isEqualTo(new NotBuffered());
        assertThat(RuleParser.parse("complete.share >= 99.5%"))
                .isEqualTo(new OutcomeShare(Outcome.COMPLETE, Operator.AT_LEAST, 0.995));
    }

    @Test
    void sharesOfDelivery() {
        assertThat(RuleParser.parse("buffered.share <= 0%"))
                .isEqualTo(new DeliveryShare(DeliveryKind.BUFFERED, Operator.AT_MOST, 0));
    }

    @Test
    void goodAnswersAreNamedOrSpelledOut() {
        GoodShare spelled = (GoodShare) RuleParser.parse("good(reader-wait < 1s and longest-gap<400ms).share >= 95%");
        assertThat(spelled.limit()).isEqualTo(0.95);
        assertThat(spelled.needs())
                .extracting(need -> need.metric().id())
                .containsExactly("reader-wait", "longest-gap");
        assertThat(spelled.needs()).extracting(Need::limit).containsExactly(1000.0, 400.0);
        GoodShare named = (GoodShare) RuleParser.parse("good(mlperf-mixtral).share > 0.99");
        assertThat(named.needs()).extracting(Need::limit).containsExactly(2000.0, 200.0);
        assertThat(NamedLimits.names())
                .allSatisfy(name -> assertThat(RuleParser.parse("good(" + name + ").share >= 90%"))
                        .isInstanceOf(GoodShare.class));
    }

    @ParameterizedTest
    @CsvSource({
        "reader-wait.p90 < 800ms, 800",
        "reader-wait.p90<800, 800",
        "reader-wait.p(90) <= 1.5s, 1500",
        "reader-wait.med < 250 us, 0.25",
        "reader-wait.avg < 1m, 60000",
        "reader-wait.p99.9 < 2s, 2000",
        "largest-burst-share.p50 < 50%, 0.5",
        "stall-count.mean <= 0.5, 0.5",
        "andes-qoe.p50 > 0.9, 0.9",
    })
    void budgets(String text, double limit) {
        assertThat(((Budget) RuleParser.parse(text)).limit()).isCloseTo(limit, within(1e-12));
    }

    @Test
    void relativeRules() {
        Relative relative = (Relative) RuleParser.parse("reader-wait < baseline + 10% and 30ms");
        assertThat(relative.tolerance().ratio()).isCloseTo(0.1, within(1e-12));
        assertThat(relative.tolerance().absolute()).isEqualTo(30);
        Relative quality = (Relative) RuleParser.parse("andes-qoe > baseline - 20%");
        assertThat(quality.tolerance().ratio()).isCloseTo(0.25, within(1e-12)); // 1/0.8 − 1
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ttft.p90 < 800ms | unknown metric \"ttft\"; did you mean \"time-to-first-token\"",
                "reader-wait < 800ms | it must name a statistic, such as \"reader-wait.p90 < 800ms\"",
                "reader-wait.max < 1s | no sample says how far the extreme can go",
                "reader-wait.p100 < 1s | it must be a percentile",
                "reader-wait.p0 < 1s | it must be a percentile",
                "reader-wait.p90 > 1s | so it must be < or <=",
                "reader-wait.p90 == 1s | it must be <, <=, > or >=",
                "reader-wait.p90 < 5/s | a time such as 800ms or 1.5s",
                "reader-wait.p90 < fast | a time such as 800ms or 1.5s",
                "andes-qoe.p50 < 0.5 | so it must be > or >=",
                "reader-wait < baseline - 10% | baseline + for an upper limit",
                "reader-wait < baseline + 10 | \"baseline + 10%\"",
                "reader-wait.p90 < baseline + 10% | compares whole distributions",
                "andes-qoe > baseline - 100% | less than 100 %",
                "goodput.p50 > 1/s | one number a run",
                "finished.share >= 99% | it must be one of complete, truncated",
                "complet.share >= 99% | share is of \"complet\"; did you mean \"complete\"?",
                "bufered.share <= 1% | did you mean \"buffered\"?",
                "truncated.share <= -1% | a share is 0% to 100%",
                "complete.share >= 120% | a share is 0% to 100%",
                "complete.share >= 0% | no run could break it",
                "truncated.share <= 100% | no run could break it",
                "complete.share > 100% | no run could keep it",
                "truncated.share < 0% | no run could keep it",
                "reader-wait.p90 < -5ms | reader-wait is never below 0",
                "reader-wait < baseline + 0% | the margin must be above 0 %",
                "reader-wait < baseline + 0% and 20ms | the margin must be above 0 %",
                "reader-wait < baseline + -10% | \"baseline + 10%\"",
                "reader-wait < baseline + 10% and -5ms | both must be >= 0",
                "streamd | did you mean \"streamed\"?",
                "not bufferd | did you mean \"not buffered\"?",
                "good(chat).share <= 5% | so it must be > or >=",
                "good(chat).share >= 100% | no sample shows that every answer is good",
                "good(chatter).share >= 90% | or one of chat, voice",
                "good(reader-wait).share >= 90% | such as \"reader-wait < 1s\"",
                "good(reader-wait > 1s).share >= 90% | so it must be < or <=",
                "good(ttft < 1s).share >= 90% | unknown metric \"ttft\"",
                "good(chat) >= 90% | it must be such as \"good(chat).share >= 95%\"",
                "be quick | it must be streamed, not buffered, or such as",
            })
    void mistakesAreAnsweredWithWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> RuleParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
