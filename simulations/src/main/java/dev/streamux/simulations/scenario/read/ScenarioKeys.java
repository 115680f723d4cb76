package dev.streamux.simulations.scenario.read;

import java.util.List;

/** The keys of each mapping of a scenario file, in the order to show them; the JSON Schema has the same. */
final class ScenarioKeys {
    static final List<String> ROOT = List.of(
            "name",
            "seed",
            "target",
            "defaults",
            "arms",
            "load",
            "phases",
            "answers",
            "conversation",
            "prompts",
            "budgets",
            "limits",
            "client");
    static final List<String> TARGET =
            List.of("url", "key-env", "headers", "knobs", "connect-proxy", "ca-file", "trust-all-certificates");
    static final List<String> DEFAULTS =
            List.of("dialect", "delivery", "route", "url", "model", "http", "gzip", "fault", "stop", "recovery");
    static final List<String> ARM = List.of(
            "name", "dialect", "delivery", "route", "url", "model", "http", "gzip", "fault", "stop", "recovery");
    static final List<String> STOP = List.of("after-tokens", "pattern", "window", "after");
    static final List<String> LOAD = List.of("open", "closed", "saturation", "replay");
    static final List<String> OPEN = List.of("rate-per-second", "spacing", "shape", "stages");
    static final List<String> STAGE = List.of("rate-per-second", "from-per-second", "to-per-second", "during");
    static final List<String> CLOSED = List.of("users", "ramp", "think-time");
    static final List<String> SATURATION = List.of("from", "to", "factor", "hold", "settle", "precision");
    static final List<String> REPLAY = List.of("file");
    static final List<String> PHASES = List.of("warmup", "measure", "cooldown");
    static final List<String> ANSWERS = List.of("tokens", "ttft", "itl");
    static final List<String> CONVERSATION = List.of("turns", "think-time");
    static final List<String> PROMPTS = List.of("file");
    static final List<String> LIMITS = List.of("connect", "idle", "total");

    static final List<String> CLIENT = List.of("stamps");

    private ScenarioKeys() {}
}
