package dev.streamux.cli.gate;

import dev.streamux.analyzer.gate.file.Presets;
import dev.streamux.analyzer.gate.file.RulesFile;
import dev.streamux.analyzer.gate.rule.ArmSelector;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rules judge whom. */
public final class GateSettings {
    @Option(names = "--rules", paramLabel = "FILE", description = "The rules; docs/gate.md is their reference.")
    private @Nullable Path rules;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Ready-made rules, alone or besides --rules: chat, voice, mlperf-llama2-70b, …")
    private List<String> presets = List.of();

    @Option(
            names = "--arms",
            split = ",",
            paramLabel = "ARM",
            description = "The arms to judge, * for any characters. Default: all but the baseline.")
    private List<String> arms = List.of();

    @Option(
            names = "--baseline-arm",
            paramLabel = "ARM",
            description = "The arm to compare with. Default: the first of the run.")
    private @Nullable String baselineArm;

    /** Made by picocli. */
    public GateSettings() {}

    /**
     * The rules, options before the file.
     *
     * @throws InvalidInputException if there are none or they are wrong
     */
    public GateRules read() {
        if (rules == null && presets.isEmpty()) {
            throw new InvalidInputException("the gate has no rules; name a file with --rules or one of "
                    + String.join(", ", Presets.names()) + " with --preset");
        }
        GateRules read = rules == null ? GateRules.of(List.of()) : RulesFile.read(rules, LocalDate.now(ZoneOffset.UTC));
        for (String preset : presets) {
            read = read.plus(Presets.rules(preset));
        }
        read = arms.isEmpty() ? read : read.withArms(new ArmSelector(arms));
        return baselineArm == null ? read : read.withBaseline(baselineArm);
    }
}
