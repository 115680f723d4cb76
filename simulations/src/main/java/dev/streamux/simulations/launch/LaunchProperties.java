package dev.streamux.simulations.launch;

import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.DurationText;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands a run over to another process: settings as system properties, and back. */
public final class LaunchProperties {
    /** The scenario file. */
    public static final String SCENARIO = "streamux.scenario";
    /** The run directory. */
    public static final String DIRECTORY = "streamux.run";
    /** What {@link System#nanoTime} was at time 0 of the run. */
    public static final String ORIGIN = "streamux.origin";
    /** A seed in the place of the scenario's; optional. */
    public static final String SEED = "streamux.seed";
    /** The length of the measured phase in the place of the scenario's, such as {@code 60s}; optional. */
    public static final String MEASURE = "streamux.measure";
    /** Whether standard error can redraw a line; optional. */
    public static final String TERMINAL = "streamux.terminal";
    /** Whether to date reads by the kernel; optional. */
    public static final String KERNEL_STAMPS = "streamux.kernel-stamps";
    /** The arm's name follows: where its requests go. */
    public static final String ADDRESS_PREFIX = "streamux.address.";

    private LaunchProperties() {}

    /** The properties that make {@link #read} give these settings. */
    static Map<String, String> of(RunSettings settings, RunLauncher.Launch launch) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(SCENARIO, launch.scenarioFile().toAbsolutePath().toString());
        properties.put(DIRECTORY, settings.directory().path().toAbsolutePath().toString());
        properties.put(ORIGIN, Long.toString(settings.originNanoTime()));
        launch.changes().seed().ifPresent(seed -> properties.put(SEED, Long.toString(seed)));
        launch.changes().measure().ifPresent(length -> properties.put(MEASURE, length.toNanos() / 1000 + "us"));
        properties.put(TERMINAL, Boolean.toString(launch.terminal()));
        properties.put(KERNEL_STAMPS, Boolean.toString(settings.kernelStamps()));
        settings.addresses().forEach((arm, address) -> properties.put(ADDRESS_PREFIX + arm, address.toString()));
        return properties;
    }

    /**
     * The settings in these properties.
     *
     * @throws InvalidInputException if one is missing or the scenario has mistakes
     */
    public static RunSettings read(Properties properties) {
        Scenario scenario = ScenarioReader.read(Path.of(required(properties, SCENARIO)), changes(properties));
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (Arm arm : scenario.arms()) {
            addresses.put(arm.name(), URI.create(required(properties, ADDRESS_PREFIX + arm.name())));
        }
        return new RunSettings(
                scenario,
                RunDirectory.create(Path.of(required(properties, DIRECTORY))),
                Long.parseLong(required(properties, ORIGIN)),
                addresses,
                Boolean.parseBoolean(properties.getProperty(KERNEL_STAMPS, "false")));
    }

    /**
     * What these properties put in the place of the scenario's own words.
     *
     * @throws InvalidInputException if one is no number or no duration
     */
    public static Changes changes(Properties properties) {
        return new Changes(
                Optional.ofNullable(properties.getProperty(SEED)).map(LaunchProperties::seed),
                Optional.ofNullable(properties.getProperty(MEASURE)).map(LaunchProperties::length));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(SEED + " is \"" + text + "\"; it must be a whole number", e);
        }
    }

    private static Duration length(String text) {
        return DurationText.parse(text)
                .filter(length -> !length.isZero())
                .orElseThrow(() -> new InvalidInputException(
                        MEASURE + " is \"" + text + "\"; it must be " + DurationText.ALLOWED + ", more than 0"));
    }

    private static String required(Properties properties, String key) {
        @Nullable String value = properties.getProperty(key);
        if (value == null) {
            throw new InvalidInputException(
                    "the system property " + key + " is missing; start the run with ./streamux run");
        }
        return value;
    }
}
