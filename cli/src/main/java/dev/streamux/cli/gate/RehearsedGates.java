package dev.streamux.cli.gate;

import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.run.RunGate;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.reports.words.Escape;
import dev.streamux.trace.run.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gates on rehearsed runs, one after the other. Not thread-safe. */
public final class RehearsedGates {
    private static final List<String> RULES = List.of(
            "streamed",
            "time-to-first-visible-text < baseline + 5%",
            "reader-wait < baseline + 5%",
            "time-to-last-token < baseline + 5%");
    // A machine that is never quiet for five runs on end is no place for a gate, and the verdict then says so.
    private static final int ATTEMPTS = 5;

    private final RunGate gate;
    private final int pairs;
    private final long seed;
    private final PrintWriter err;
    private int replayed;
    private boolean stopped;

    /** The rules of a rehearsal for which nobody names others. */
    public static GateRules defaultRules() {
        return GateRules.of(
                RULES.stream().map(rule -> GateRule.of(rule, "rehearse")).toList());
    }

    /**
     * Gates with answers of their own.
     *
     * @param rules what judges; whom they judge is put to the two arms of a rehearsal
     * @param pairs answers an arm
     * @param seed of the first answer of the first run
     * @param err where each verdict goes
     */
    public RehearsedGates(GateRules rules, int pairs, long seed, PrintWriter err) {
        gate = new RunGate(
                rules.withoutArms().withBaseline(Rehearsal.BASELINE), new Judge(false), MetricOptions.DEFAULTS);
        this.pairs = pairs;
        this.seed = seed;
        this.err = err;
    }

    /**
     * Plays and judges runs in numbered folders. An interrupt of this thread ends it early, and every later series before its
     * first gate; it is forgotten then, so that the summary can be written.
     */
    public RehearsedSeries play(Path folder, int gates, Harm harm) {
        List<GateResult> results = new ArrayList<>();
        for (int i = 0; i < gates && !stopped; i++) {
            RunDirectory run = RunDirectory.create(folder.resolve(String.format(Locale.ROOT, "%02d", i)));
            Optional<GateResult> played = unlessInterrupted(run, new Rehearsal(pairs, harm, seed + (long) i * pairs));
            if (played.isEmpty()) {
                stopped = true;
                break;
            }
            GateResult result = played.get();
            results.add(result);
            err.println("streamux: " + run.path() + ": " + result.verdict());
            result.with(GateVerdict.INCONCLUSIVE).stream()
                    .map(RuleOutcome::message)
                    .forEach(message -> err.println("streamux:   " + Escape.line(message)));
            err.flush();
        }
        return new RehearsedSeries(harm, gates, results);
    }

    /** Whether an interrupt ended it early. */
    public boolean stopped() {
        return stopped;
    }

    /** How many runs were played again because the harness was late. */
    public int replayed() {
        return replayed;
    }

    private Optional<GateResult> unlessInterrupted(RunDirectory run, Rehearsal rehearsal) {
        try {
            return Optional.of(trusted(run, rehearsal));
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // An interrupt closes whatever file is being written or read.
            if (Thread.interrupted()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private GateResult trusted(RunDirectory run, Rehearsal rehearsal) throws InterruptedException {
        GateResult result = judged(run, rehearsal);
        for (int attempt = 1; attempt < ATTEMPTS && !result.selfCheck().valid(); attempt++) {
            replayed++;
            result = judged(run, rehearsal);
        }
        return result;
    }

    private GateResult judged(RunDirectory run, Rehearsal rehearsal) throws InterruptedException {
        rehearsal.play(run);
        return gate.judge(run, Optional.empty());
    }
}
