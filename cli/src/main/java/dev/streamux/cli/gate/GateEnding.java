package dev.streamux.cli.gate;

import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.cli.ExitCodes;
import dev.streamux.trace.InvalidInputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the process ends with. */
public final class GateEnding {
    @Option(
            names = "--inconclusive",
            paramLabel = "WHAT",
            description = {
                "What an inconclusive gate ends with: fail (as a failure), warn or pass (0). Default: exit code 3."
            })
    private @Nullable InconclusivePolicy inconclusive;

    @Option(
            names = "--fail-exit-code",
            paramLabel = "N",
            defaultValue = "99",
            description = "What a failed gate ends with. Default: ${DEFAULT-VALUE}.")
    private int failExitCode;

    /** Made by picocli. */
    public GateEnding() {}

    /**
     * The exit code.
     *
     * @param toothless whether a rule was shown that cannot fire; such a gate is not a pass
     * @throws InvalidInputException if the code for a failure is none
     */
    public int exitCode(GateVerdict verdict, boolean toothless) {
        if (failExitCode < 1 || failExitCode > 255) {
            throw new InvalidInputException("--fail-exit-code is " + failExitCode
                    + "; it must be 1 to 255, because 0 would" + " let every change pass");
        }
        if (verdict == GateVerdict.FAIL) {
            return failExitCode;
        }
        if (verdict == GateVerdict.PASS && !toothless) {
            return ExitCodes.PASS;
        }
        if (inconclusive == null) {
            return ExitCodes.INCONCLUSIVE;
        }
        return inconclusive == InconclusivePolicy.FAIL ? failExitCode : ExitCodes.PASS;
    }

    /** What must be said loudly although the process ends well. */
    public Optional<String> warning(GateVerdict verdict) {
        return verdict == GateVerdict.INCONCLUSIVE && inconclusive == InconclusivePolicy.WARN
                ? Optional.of("WARNING: the gate is INCONCLUSIVE and does not protect this change")
                : Optional.empty();
    }
}
