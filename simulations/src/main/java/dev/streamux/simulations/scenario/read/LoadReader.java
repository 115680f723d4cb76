package dev.streamux.simulations.scenario.read;

import dev.streamux.simulations.arrival.Arrival;
import dev.streamux.simulations.arrival.ReplayedArrival;
import dev.streamux.simulations.arrival.Spacing;
import dev.streamux.simulations.arrival.Stage;
import dev.streamux.simulations.arrival.StagedArrival;
import dev.streamux.simulations.arrival.UserRamp;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Phases;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code load} and {@code phases}, which depend on one another. */
final class LoadReader {
    static final List<String> SPACINGS = List.of("constant", "poisson", "gamma");

    private static final Duration DEFAULT_MEASURE = Duration.ofSeconds(30);
    private static final double DEFAULT_FACTOR = 2;
    private static final double DEFAULT_PRECISION = 0.1;
    private static final Duration DEFAULT_HOLD = Duration.ofSeconds(10);
    private static final Duration DEFAULT_SETTLE = Duration.ofSeconds(2);
    private static final long MOST_USERS = 100_000;

    private final Section root;
    private final Duration warmup;
    private final Duration cooldown;
    private final Optional<Duration> measure;

    /** A load and the phases that fit it. */
    record TimedLoad(Load load, Phases phases) {}

    private LoadReader(Section root, Optional<Duration> otherMeasure) {
        this.root = root;
        Optional<Section> phases = root.section("phases", ScenarioKeys.PHASES);
        warmup = phases.flatMap(section -> section.duration("warmup")).orElse(Duration.ZERO);
        cooldown = phases.flatMap(section -> section.duration("cooldown")).orElse(Duration.ZERO);
        Optional<Duration> written = phases.flatMap(section -> section.positiveDuration("measure"));
        measure = otherMeasure.or(() -> written);
    }

    static TimedLoad load(Section root, Path folder, Optional<Duration> otherMeasure) {
        return new LoadReader(root, otherMeasure).read(folder);
    }

    private TimedLoad read(Path folder) {
        Optional<Section> load = root.section("load", ScenarioKeys.LOAD);
        List<String> kinds = load.map(Section::keys).orElse(List.of());
        if (kinds.size() != 1) {
            root.problem(
                    "load",
                    (kinds.isEmpty() ? "has no" : "has more than one") + " kind; it must have one of "
                            + String.join(", ", ScenarioKeys.LOAD));
        }
        if (kinds.isEmpty()) {
            return free(new Load.Closed(new UserRamp(1, Duration.ZERO), Duration.ZERO));
        }
        Section section = load.orElseThrow();
        return switch (kinds.get(0)) {
            case "open" -> open(section.section("open", ScenarioKeys.OPEN).orElseThrow());
            case "replay" ->
                replay(section.section("replay", ScenarioKeys.REPLAY).orElseThrow(), folder);
            case "closed" ->
                free(closed(section.section("closed", ScenarioKeys.CLOSED).orElseThrow()));
            default ->
                saturation(
                        section.section("saturation", ScenarioKeys.SATURATION).orElseThrow());
        };
    }

    /** A load without a length of its own lasts as long as the phases. */
    private TimedLoad free(Load load) {
        return new TimedLoad(load, new Phases(warmup, measure.orElse(DEFAULT_MEASURE), cooldown));
    }

    /** A load with a length of its own: warm-up and cool-down are cut from its ends. */
    private TimedLoad fixed(Arrival arrival) {
        Duration rest = arrival.duration().minus(warmup).minus(cooldown);
        if (measure.isPresent()) {
            root.problem("phases", "has measure, but the load has a length of its own; leave measure out");
        }
        if (rest.isNegative() || rest.isZero()) {
            root.problem(
                    "phases",
                    "leaves nothing to measure: the load lasts "
                            + arrival.duration().toMillis() + " ms; shorten warmup and cooldown");
            rest = DEFAULT_MEASURE;
        }
        return new TimedLoad(new Load.Open(arrival), new Phases(warmup, rest, cooldown));
    }

    private TimedLoad open(Section section) {
        Spacing spacing = spacing(section);
        if (section.has("stages") == section.has("rate-per-second")) {
            section.problem("rate-per-second", "or stages must be there, and not both");
        }
        if (section.has("stages")) {
            List<Stage> stages = new ArrayList<>();
            section.sections("stages", ScenarioKeys.STAGE).forEach(stage -> stages.add(stage(stage)));
            if (stages.isEmpty()) {
                section.problem("stages", "is empty; it must have at least one stage");
                stages.add(Stage.constant(1, DEFAULT_MEASURE));
            }
            return fixed(new StagedArrival(stages, spacing));
        }
        double rate = section.number("rate-per-second", 0, false).orElse(1.0);
        Phases phases = new Phases(warmup, measure.orElse(DEFAULT_MEASURE), cooldown);
        return new TimedLoad(
                new Load.Open(new StagedArrival(List.of(Stage.constant(rate, phases.total())), spacing)), phases);
    }

    private static Stage stage(Section section) {
        boolean constant = section.has("rate-per-second");
        if (constant == (section.has("from-per-second") && section.has("to-per-second"))) {
            section.problem("rate-per-second", "or both from-per-second and to-per-second must be there");
        }
        if (!section.has("during")) {
            section.problem("during", "is missing; it must be " + DurationText.ALLOWED);
        }
        String from = constant ? "rate-per-second" : "from-per-second";
        String to = constant ? "rate-per-second" : "to-per-second";
        return new Stage(
                section.number(from, 0, true).orElse(1.0),
                section.number(to, 0, true).orElse(1.0),
                section.positiveDuration("during").orElse(DEFAULT_MEASURE));
    }

    private static Spacing spacing(Section section) {
        String word = section.word("spacing", SPACINGS).orElse("poisson");
        boolean gamma = word.equals("gamma");
        if (gamma != section.has("shape")) {
            section.problem("shape", "belongs to spacing gamma, and gamma needs it; it must be a number > 0");
        }
        if (gamma) {
            return new Spacing.Gamma(section.number("shape", 0, false).orElse(1.0));
        }
        return word.equals("constant") ? new Spacing.Even() : new Spacing.Poisson();
    }

    private TimedLoad replay(Section section, Path folder) {
        Optional<String> file = section.text("file");
        if (file.isEmpty()) {
            section.problem("file", "is missing; it must name a file with one start time in seconds a line");
        }
        try {
            if (file.isPresent()) {
                return fixed(ReplayedArrival.read(folder.resolve(file.get())));
            }
        } catch (InvalidInputException e) {
            section.problem("file", "is \"" + file.orElse("") + "\": " + e.getMessage());
        }
        return free(new Load.Closed(new UserRamp(1, Duration.ZERO), Duration.ZERO));
    }

    private static Load closed(Section section) {
        return new Load.Closed(
                new UserRamp(
                        users(section, "users", 1), section.duration("ramp").orElse(Duration.ZERO)),
                section.duration("think-time").orElse(Duration.ZERO));
    }

    private TimedLoad saturation(Section section) {
        int from = users(section, "from", 1);
        int to = users(section, "to", Math.max(from, 1000));
        if (to < from) {
            section.problem("to", "is " + to + "; it must be >= from, which is " + from);
            to = from;
        }
        if (measure.isPresent()) {
            root.problem("phases", "has measure, but the search takes as long as it needs; set load.saturation.hold");
        }
        Load.Saturation load = new Load.Saturation(
                from,
                to,
                section.number("factor", 1, false).orElse(DEFAULT_FACTOR),
                section.positiveDuration("hold").orElse(DEFAULT_HOLD),
                section.duration("settle").orElse(DEFAULT_SETTLE),
                section.number("precision", 0, false).orElse(DEFAULT_PRECISION));
        return new TimedLoad(load, new Phases(warmup, longest(load), cooldown));
    }

    /** An upper bound: every level up, then a halving for each power of two in the distance. */
    private static Duration longest(Load.Saturation load) {
        double up = Math.ceil(Math.log((double) load.to() / load.from()) / Math.log(load.factor())) + 1;
        double halvings = Math.ceil(Math.log((load.factor() - 1) / load.precision()) / Math.log(2)) + 1;
        // Every level that is broken is held twice; that is an upper bound for all.
        return load.hold().multipliedBy(2).plus(load.settle()).multipliedBy((long) (up + Math.max(1, halvings)));
    }

    private static int users(Section section, String key, int fallback) {
        return section.whole(key, 1)
                .filter(users -> {
                    if (users > MOST_USERS) {
                        section.problem(key, "is " + users + "; it must be <= " + MOST_USERS);
                    }
                    return users <= MOST_USERS;
                })
                .map(Long::intValue)
                .orElse(fallback);
    }
}
