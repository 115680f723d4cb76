package dev.streamux.cli.compare;

import dev.streamux.cli.diagnosis.RouteUse;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to compare.
 *
 * @param arms the first is the baseline
 * @param requests per arm, 1 to {@value #MOST_REQUESTS}
 * @param tokens of each answer, 1 to {@value #MOST_TOKENS}
 * @param tokensPerSecond pace of the answer, above 0
 * @param ttft from the request's arrival to the first text
 * @param seed of the run
 * @param mockPort the mock's port, 0 to let the system choose
 * @param out the run directory
 */
public record CompareSettings(
        List<CompareArm> arms,
        int requests,
        int tokens,
        double tokensPerSecond,
        Duration ttft,
        long seed,
        int mockPort,
        Path out) {
    /** Answers an arm unless told otherwise: as many as the interval of a p90 needs, and one more. */
    public static final int DEFAULT_REQUESTS = 30;

    private static final int MOST_REQUESTS = 1000;
    private static final int MOST_TOKENS = 10_000;

    public CompareSettings {
        arms = List.copyOf(arms);
        require(requests >= 1 && requests <= MOST_REQUESTS, "--requests is " + requests, "1 to " + MOST_REQUESTS);
        require(tokens >= 1 && tokens <= MOST_TOKENS, "--tokens is " + tokens, "1 to " + MOST_TOKENS);
        require(
                tokensPerSecond > 0 && tokensPerSecond <= 1000,
                "--rate is " + tokensPerSecond,
                "above 0 and at most 1000 tokens per second");
        require(!ttft.isNegative() && ttft.toSeconds() <= 60, "--ttft-ms is " + ttft.toMillis(), "0 to 60000");
        boolean own = arms.stream().anyMatch(arm -> arm.route().address().isPresent());
        require(
                !own || mockPort > 0,
                "--mock-port is not given",
                "the port to which the proxy of yours that --route names leads, so that it reaches the mock");
        require(mockPort >= 0 && mockPort <= 65_535, "--mock-port is " + mockPort, "0 to 65535");
    }

    private static void require(boolean good, String what, String allowed) {
        if (!good) {
            throw new InvalidInputException(what + "; it must be " + allowed);
        }
    }

    /** Milliseconds between two tokens. */
    double gapMillis() {
        return 1000 / tokensPerSecond;
    }

    /** From a request's arrival to its last token, when nothing is late. */
    Duration answerTime() {
        return ttft.plusNanos(Math.round((tokens - 1) * 1e9 / tokensPerSecond));
    }

    /** The names of the arms, the baseline first. */
    public List<String> armNames() {
        return arms.stream().map(CompareArm::name).toList();
    }

    /** The routes and the arms that take them. */
    public List<RouteUse> routes() {
        return RouteUse.of(arms, CompareArm::route, CompareArm::name);
    }

    /** The settings as the manifest keeps them. */
    public Map<String, Object> scenario() {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("name", "compare");
        scenario.put("question", "What does buffering do to the same answer?");
        scenario.put("requests-per-arm", requests);
        scenario.put("tokens", tokens);
        scenario.put("tokens-per-second", tokensPerSecond);
        scenario.put("ttft-ms", ttft.toMillis());
        scenario.put("arms", arms.stream().map(CompareSettings::facts).toList());
        return scenario;
    }

    private static Map<String, String> facts(CompareArm arm) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", arm.name());
        facts.put("delivery", arm.delivery().word());
        facts.put("route", arm.route().text());
        return facts;
    }
}
