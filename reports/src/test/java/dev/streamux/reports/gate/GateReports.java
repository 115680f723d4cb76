package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.Quarantine;
import dev.streamux.analyzer.gate.rule.RuleParser;
import dev.streamux.analyzer.gate.rule.Severity;
import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Estimate;
import dev.streamux.trace.run.SelfCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports that no gate made. */
final class GateReports {
    private static final Evidence EVIDENCE = new Evidence(
            "reader-wait.p90",
            Unit.MILLISECONDS,
            912,
            new Bounds.Interval(850, 990, 0.9),
            800,
            40,
            Optional.of("the lower bound, 850 ms"));

    private GateReports() {}

    static GateReport of(List<RuleOutcome> outcomes) {
        GateVerdict worst = outcomes.stream().anyMatch(outcome -> outcome.verdict() == GateVerdict.FAIL)
                ? GateVerdict.FAIL
                : GateVerdict.PASS;
        GateResult result = new GateResult(
                worst,
                outcomes,
                List.of(),
                SelfCheck.NONE,
                0.95,
                Optional.empty(),
                Optional.empty(),
                List.of("a | note"));
        return new GateReport("out/run", result, worst == GateVerdict.FAIL ? 99 : 0, List.of());
    }

    /** A gate that played on and was decided at the second of five looks. */
    static GateReport early(RuleOutcome outcome, BaselineRun baseline) {
        GateResult result = new GateResult(
                outcome.verdict(),
                List.of(outcome),
                List.of(),
                SelfCheck.NONE,
                0.9981,
                Optional.of(new Look(2, 5)),
                Optional.of(baseline),
                List.of());
        return new GateReport("out/run", result, 99, List.of());
    }

    static RuleOutcome outcome(String text, GateVerdict verdict, String message) {
        GateRule rule = new GateRule(
                text, text, RuleParser.parse(text), Optional.empty(), Severity.ERROR, Optional.empty(), "rules.yaml:7");
        Evidence evidence = verdict == GateVerdict.INCONCLUSIVE ? EVIDENCE.decidedBy(Optional.empty()) : EVIDENCE;
        return new RuleOutcome(rule, "nginx", verdict, message, Optional.of(evidence));
    }

    /** One report in which every text that a user, a server or a model may have chosen is this one. */
    static GateReport allOf(String text) {
        List<RuleOutcome> outcomes = List.of(
                outcome(text, GateVerdict.PASS, Severity.ERROR, Optional.empty()),
                outcome(text, GateVerdict.FAIL, Severity.ERROR, Optional.empty()),
                outcome(text, GateVerdict.FAIL, Severity.WARN, Optional.empty()),
                outcome(text, GateVerdict.FAIL, Severity.ERROR, Optional.of(text)),
                outcome(text, GateVerdict.INCONCLUSIVE, Severity.ERROR, Optional.empty()));
        Estimate ratio = new Estimate(1.01, new Bounds.Interval(0.99, 1.03, 0.99));
        GateResult result = new GateResult(
                GateVerdict.FAIL,
                outcomes,
                List.of(new NoiseFloor("reader-wait", text, ratio)),
                new SelfCheck(Map.of("mock-lateness-p99-ms", 80.0), false, List.of(text)),
                0.95,
                Optional.of(new Look(2, 5)),
                Optional.of(new BaselineRun(text, Optional.of(text), List.of(text), List.of(text))),
                List.of(text));
        List<Proof> proofs = List.of(new Proof(text, text, text, true, text), new Proof(text, text, text, false, text));
        return new GateReport(text, result, 99, proofs);
    }

    private static RuleOutcome outcome(
            String text, GateVerdict verdict, Severity severity, Optional<String> quarantine) {
        GateRule rule = new GateRule(
                text,
                text,
                RuleParser.parse("streamed"),
                Optional.empty(),
                severity,
                quarantine.map(reason -> new Quarantine(LocalDate.of(2027, 1, 31), reason)),
                text + ":7");
        return new RuleOutcome(rule, text, verdict, text, Optional.of(EVIDENCE));
    }
}
