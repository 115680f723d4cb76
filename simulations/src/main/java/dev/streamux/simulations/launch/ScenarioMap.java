package dev.streamux.simulations.launch;

import dev.streamux.simulations.arrival.Arrival;
import dev.streamux.simulations.arrival.StagedArrival;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A resolved scenario as plain maps for the manifest, with the keys of the scenario file. Every map keeps its order, so that
 * one scenario gives the same bytes in every process.
 */
final class ScenarioMap {
    private ScenarioMap() {}

    static Map<String, Object> of(Scenario scenario) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", scenario.name());
        map.put("question", scenario.question());
        map.put("seed", scenario.seed());
        map.put("target", target(scenario.target()));
        map.put("arms", scenario.arms().stream().map(ScenarioMap::arm).collect(Collectors.toList()));
        map.put("load", load(scenario.load()));
        map.put(
                "phases",
                ordered(
                        Map.entry("warmup", scenario.phases().warmup().toString()),
                        Map.entry("measure", scenario.phases().measure().toString()),
                        Map.entry("cooldown", scenario.phases().cooldown().toString())));
        map.put(
                "answers",
                ordered(
                        Map.entry("tokens", scenario.answers().tokens()),
                        Map.entry("ttft", scenario.answers().ttft().toString()),
                        Map.entry("itl", scenario.answers().itl().toString())));
        map.put(
                "conversation",
                ordered(
                        Map.entry("turns", scenario.conversation().turns()),
                        Map.entry(
                                "think-time",
                                scenario.conversation().thinkTime().toString())));
        map.put("prompts", scenario.prompts().size());
        map.put("budgets", scenario.budgets().stream().map(Budget::text).collect(Collectors.toList()));
        map.put(
                "limits",
                ordered(
                        Map.entry("connect", scenario.limits().connect().toString()),
                        Map.entry("idle", scenario.limits().idle().toString()),
                        Map.entry("total", scenario.limits().total().toString())));
        map.put("client", Map.of("stamps", scenario.stamps().word()));
        return map;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("url", target.url().map(Object::toString).orElse("own mock"));
        target.keyVariable().ifPresent(name -> map.put("key-env", name));
        map.put("headers", new TreeMap<>(target.headers()).keySet());
        map.put("knobs", target.knobs().word());
        if (!target.trust().equals(Trust.SYSTEM)) {
            map.put("trust", target.trust().toString());
        }
        return map;
    }

    private static Map<String, Object> arm(Arm arm) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", arm.name());
        map.put("dialect", arm.dialect().word());
        map.put("delivery", arm.delivery().word());
        map.put("route", arm.route().text());
        map.put("model", arm.model());
        map.put("http", arm.http().word());
        map.put("gzip", arm.gzip());
        arm.fault().ifPresent(fault -> map.put("fault", fault));
        if (!arm.stop().equals(StopCondition.NEVER)) {
            map.put("stop", arm.stop().toString());
        }
        arm.recovery().ifPresent(policy -> map.put("recovery", policy.word()));
        return map;
    }

    private static Map<String, Object> load(Load load) {
        if (load instanceof Load.Open open) {
            return Map.of("open", arrival(open.arrival()));
        }
        if (load instanceof Load.Closed closed) {
            return Map.of(
                    "closed",
                    ordered(
                            Map.entry("users", closed.users().users()),
                            Map.entry("ramp", closed.users().ramp().toString()),
                            Map.entry("think-time", closed.thinkTime().toString())));
        }
        return Map.of("saturation", load.toString());
    }

    private static Map<String, Object> arrival(Arrival arrival) {
        if (arrival instanceof StagedArrival staged) {
            List<Object> stages = staged.stages().stream()
                    .map(stage -> ordered(
                            Map.entry("from-per-second", stage.fromPerSecond()),
                            Map.entry("to-per-second", stage.toPerSecond()),
                            Map.entry("during", stage.during().toString())))
                    .collect(Collectors.toList());
            return ordered(Map.entry("spacing", staged.spacing().toString()), Map.entry("stages", stages));
        }
        return Map.of("replay", arrival.duration().toString());
    }

    /** The entries in this order; that of {@link Map#of} changes from process to process. */
    @SafeVarargs
    private static Map<String, Object> ordered(Map.Entry<String, ?>... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
