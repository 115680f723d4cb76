package dev.streamux.cli.run;

import dev.streamux.simulations.selftest.SelfTest;
import dev.streamux.simulations.selftest.SelfTestReport;
import dev.streamux.simulations.selftest.ShapeResult.Verdict;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The self-test of the client that stands beside every run as evidence. */
public final class SelfTestOption {
    @Option(
            names = "--no-selftest",
            description = "Leaves out the self-test of the client, which takes about 3 s before the run and goes into"
                    + " its report.")
    private boolean leftOut;

    /** Plays the self-test and writes {@code selftest.json}; one that an earlier run left is removed in any case. */
    public void play(RunDirectory run, PrintStream err) {
        if (leftOut) {
            remove(run);
            return;
        }
        SelfTestReport report = SelfTest.run(SelfTest.DEFAULT_LIMIT_MILLIS);
        report.write(run.selfTest());
        err.println("streamux: self-test of the client: " + report.summary());
    }

    private static void remove(RunDirectory run) {
        try {
            Files.deleteIfExists(run.selfTest());
        } catch (IOException e) {
            throw new UncheckedIOException(run.selfTest() + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** What the self-test beside a run says against it: only a client that misreads makes a run invalid. */
    static SelfCheck check(RunDirectory run) {
        boolean wrong = SelfTestReport.verdictIn(run.selfTest())
                .filter(verdict -> verdict == Verdict.WRONG)
                .isPresent();
        return wrong
                ? new SelfCheck(
                        Map.of(),
                        false,
                        List.of("the client misread a stream of its self-test; see "
                                + run.selfTest().getFileName()))
                : SelfCheck.NONE;
    }
}
