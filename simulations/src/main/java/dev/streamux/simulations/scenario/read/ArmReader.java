package dev.streamux.simulations.scenario.read;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.simulations.scenario.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads {@code defaults} and {@code arms}. */
final class ArmReader {
    static final List<String> DIALECTS =
            Arrays.stream(Dialect.values()).map(Dialect::word).collect(Collectors.toList());
    static final List<String> DELIVERIES =
            Arrays.stream(Delivery.values()).map(Delivery::word).collect(Collectors.toList());
    static final List<String> HTTP_VERSIONS =
            Arrays.stream(HttpVersion.values()).map(HttpVersion::word).collect(Collectors.toList());

    private ArmReader() {}

    static List<Arm> arms(Section root, boolean ownMock) {
        Arm fallback = root.section("defaults", ScenarioKeys.DEFAULTS)
                .map(section -> arm(section, Arm.streamed("default"), ownMock))
                .orElse(Arm.streamed("default"));
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("arms", ScenarioKeys.ARM)) {
            Arm arm = arm(section, fallback, ownMock);
            if (!section.has("name")) {
                section.problem("name", "is missing; every arm needs one, such as streamed");
            } else if (!names.add(arm.name())) {
                section.problem("name", "is \"" + arm.name() + "\", which an arm above has; names must differ");
            }
            arms.add(arm);
        }
        if (arms.isEmpty()) {
            root.problem("arms", "is missing or empty; it must be a list with at least one arm: - name: streamed");
        }
        return arms;
    }

    private static Arm arm(Section section, Arm fallback, boolean ownMock) {
        Dialect dialect = section.word("dialect", DIALECTS).map(Dialect::parse).orElse(fallback.dialect());
        Delivery delivery =
                section.word("delivery", DELIVERIES).map(Delivery::parse).orElse(fallback.delivery());
        HttpVersion http =
                section.word("http", HTTP_VERSIONS).map(HttpVersion::parse).orElse(fallback.http());
        if (delivery == Delivery.WEBSOCKET && (dialect != Dialect.OPENAI_RESPONSES || http != HttpVersion.HTTP_1_1)) {
            section.problem(
                    "delivery", "is \"websocket\"; that exists only with dialect openai-responses and http \"1.1\"");
        }
        Optional<String> fault = section.text("fault").or(fallback::fault);
        if (fault.isPresent() && !ownMock && section.has("fault")) {
            section.problem("fault", "is set, but only our own mock can be told to fail; leave out target.url");
        }
        return new Arm(
                section.text("name").orElse(fallback.name()),
                dialect,
                delivery,
                section.value("route", Route.ALLOWED, ArmReader::route).orElse(fallback.route()),
                TargetReader.address(section, "url").or(fallback::url),
                section.text("model").orElse(fallback.model()),
                http,
                section.flag("gzip").orElse(fallback.gzip()),
                fault,
                stop(section).orElse(fallback.stop()),
                recovery(section).or(fallback::recovery));
    }

    private static Optional<Route> route(String word) {
        try {
            return Optional.of(Route.parse(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecoveryPolicy> recovery(Section section) {
        return section.word("recovery", RecoveryPolicy.words())
                .flatMap(word -> Arrays.stream(RecoveryPolicy.values())
                        .filter(policy -> policy.word().equals(word))
                        .findFirst());
    }

    private static Optional<StopCondition> stop(Section arm) {
        Optional<Section> found = arm.section("stop", ScenarioKeys.STOP);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section section = found.get();
        long kinds = List.of("after-tokens", "pattern", "after").stream()
                .filter(section::has)
                .count();
        if (kinds != 1) {
            arm.problem("stop", "has " + kinds + " conditions; it must have one of after-tokens, pattern, after");
        }
        if (section.has("pattern")) {
            int window = section.whole("window", 1)
                    .orElse((long) StopCondition.AfterPattern.DEFAULT_WINDOW)
                    .intValue();
            return section.value("pattern", "a regular expression", ArmReader::pattern)
                    .map(pattern -> new StopCondition.AfterPattern(pattern, window));
        }
        if (section.has("after")) {
            return section.positiveDuration("after").map(StopCondition.AtTime::new);
        }
        return section.whole("after-tokens", 1).map(count -> new StopCondition.AfterTokens(count.intValue()));
    }

    private static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
