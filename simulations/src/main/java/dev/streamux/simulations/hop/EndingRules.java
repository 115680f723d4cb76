package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Names what is wrong with the ways in which answers end on a path. */
final class EndingRules {
    private final PathReport report;
    private final List<Finding> all = new ArrayList<>();

    private EndingRules(PathReport report) {
        this.report = report;
    }

    static List<Finding> judge(PathReport report) {
        EndingRules rules = new EndingRules(report);
        rules.truncation(ProbeCase.ORIGIN_RESET, ProbeCase.ORIGIN_CUT);
        rules.hang();
        rules.truncation(ProbeCase.HTTP2_ORIGIN_RESET, ProbeCase.HTTP2_ORIGIN_CUT);
        rules.retry();
        rules.leaks();
        rules.idleCut();
        return rules.all;
    }

    static List<Finding> judge(Crowd crowd) {
        List<Finding> all = new ArrayList<>();
        if (crowd.refused() > 0) {
            String evidence = crowd.refused() + " of " + crowd.streams() + " streams never reached the origin";
            all.add(Finding.of(Kind.REFUSED, "0c", evidence).under(Condition.MANY_STREAMS));
        }
        if (crowd.isQueue()) {
            String evidence = String.format(
                    Locale.ROOT,
                    "p95 of the wait before the origin was %.0f ms",
                    crowd.waitMillis().orElse(0));
            all.add(Finding.of(Kind.QUEUEING, "0c", evidence).under(Condition.MANY_STREAMS));
        }
        return all;
    }

    private void truncation(ProbeCase reset, ProbeCase cut) {
        boolean byReset = is(reset, Ended::isTruncated);
        boolean byCut = is(cut, Ended::isTruncated);
        boolean known = all.stream().anyMatch(finding -> finding.kind() == Kind.SILENT_TRUNCATION);
        if (known || !(byReset || byCut)) {
            return;
        }
        String when = byReset ? byCut ? "a reset or a close" : "a reset" : "a close";
        all.add(Finding.of(Kind.SILENT_TRUNCATION, "12", when + " of the origin in mid-stream arrives as a clean end")
                .under(reset.condition()));
    }

    private void hang() {
        if (is(ProbeCase.ORIGIN_RESET, Ended::isHang) || is(ProbeCase.ORIGIN_CUT, Ended::isHang)) {
            all.add(Finding.of(Kind.HANGS, "12", "the answer never ends after the origin broke off"));
        }
    }

    private void retry() {
        if (report.attempts() > 1) {
            all.add(Finding.of(Kind.RETRY, "0b", "one request reached the origin " + report.attempts() + " times"));
        }
    }

    /** One finding for each condition, however many cases show it. */
    private void leaks() {
        Map<Condition, List<String>> evidence = new EnumMap<>(Condition.class);
        report.endings()
                .forEach((probe, ended) -> ended.departure()
                        .filter(departure -> !departure.isPrompt())
                        .ifPresent(departure -> evidence.computeIfAbsent(probe.condition(), unused -> new ArrayList<>())
                                .add(evidence(probe, departure))));
        evidence.forEach(
                (condition, cases) -> all.add(Finding.of(Kind.CANCELLATION_LEAK, "14", String.join("; ", cases))
                        .under(condition)));
    }

    private static String evidence(ProbeCase probe, Departure departure) {
        String noticed = departure.noticedNanos().isPresent()
                ? "the origin saw it after " + departure.noticedNanos().getAsLong() / 1_000_000 + " ms"
                : "the origin never saw it";
        return probe.word() + ": " + noticed + ", " + departure.wastedTokens() + " of " + departure.remainingTokens()
                + " tokens written for nobody";
    }

    private void idleCut() {
        report.ending(ProbeCase.SILENCE)
                .filter(ended -> ended.silenceMillis().isPresent())
                .ifPresent(ended -> all.add(Finding.of(
                        Kind.IDLE_CUT,
                        "13",
                        String.format(
                                Locale.ROOT,
                                "cut after %.1f s of silence",
                                ended.silenceMillis().getAsDouble() / 1e3))));
    }

    private boolean is(ProbeCase probe, Predicate<Ended> what) {
        return report.ending(probe).filter(what).isPresent();
    }
}
