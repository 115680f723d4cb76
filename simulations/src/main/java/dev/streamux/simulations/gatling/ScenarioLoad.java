package dev.streamux.simulations.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;

import dev.streamux.simulations.run.LoadRun;
import dev.streamux.simulations.run.pace.VirtualUser;
import dev.streamux.trace.ResponseTrace;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * A {@link LoadRun} as Gatling populations: one of readers, and a conductor that ends the injection when the run is
 * stopped.
 *
 * <p>Gatling injects by whole milliseconds; so it brings users in groups, up to {@link LoadRun#LEAD} before their time, and
 * each waits on its event loop for the nanosecond of its own.
 */
final class ScenarioLoad {
    private static final String USER = "streamux.user";
    private static final Duration GROUP = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final LoadRun run;
    private final long originNanoTime;

    ScenarioLoad(LoadRun run, long originNanoTime) {
        this.run = run;
        this.originNanoTime = originNanoTime;
    }

    /** The populations to set up. */
    List<PopulationBuilder> populations() {
        ActionBuilder turn = GatlingEngine.action("streamux turn", this::turn);
        var readers = exec(session -> session.set(USER, run.newUser()));
        return List.of(
                scenario("readers")
                        .exec(
                                run.repeats()
                                        ? readers.exec(asLongAs(session -> !isOver(session))
                                                .on(exec(turn)))
                                        : readers.exec(turn))
                        .injectOpen(injection()),
                scenario("conductor")
                        .exec(asLongAs(session -> !run.isOver())
                                .on(pause(LOOK)
                                        .exec(stopLoadGeneratorIf("the run was stopped", session -> run.isStopped()))))
                        .injectOpen(atOnceUsers(1)));
    }

    private static boolean isOver(Session session) {
        VirtualUser user = session.get(USER);
        return user != null && user.isOver();
    }

    private void turn(GatlingEngine.Turn turn) {
        VirtualUser user = turn.session().get(USER);
        if (user == null) {
            throw new IllegalStateException("the session has no virtual user");
        }
        var unused = run.turn(user, turn.loop()).whenComplete((traces, fault) -> {
            Session session = turn.session();
            if (fault != null) {
                long now = System.nanoTime();
                turn.row(new Row("", ResponseRows.STREAM, now, now, java.util.Optional.of("not sent: " + fault)));
                session = session.markAsFailed();
            } else {
                traces.forEach(trace -> log(turn, trace));
            }
            turn.done(session);
        });
    }

    private void log(GatlingEngine.Turn turn, ResponseTrace trace) {
        ResponseRows.of(group(trace), trace, originNanoTime).forEach(turn::row);
    }

    /** Only the measured phase counts under the arm's own name, as in {@code result.json}. */
    private static String group(ResponseTrace trace) {
        return trace.phase().equals(ResponseTrace.MEASURE) ? trace.arm() : trace.arm() + " (" + trace.phase() + ")";
    }

    /** As many users in each group as the load wants in that time. */
    private OpenInjectionStep[] injection() {
        List<OpenInjectionStep> steps = new ArrayList<>();
        PrimitiveIterator.OfLong arrivals = run.arrivals().iterator();
        long groupEnd = GROUP.toNanos();
        int users = 0;
        while (arrivals.hasNext()) {
            long arrival = arrivals.nextLong();
            while (arrival >= groupEnd) {
                addGroup(steps, users);
                users = 0;
                groupEnd += GROUP.toNanos();
            }
            users++;
        }
        addGroup(steps, users);
        return steps.toArray(new OpenInjectionStep[0]);
    }

    private static void addGroup(List<OpenInjectionStep> steps, int users) {
        if (users > 0) {
            steps.add(atOnceUsers(users));
        }
        steps.add(nothingFor(GROUP));
    }
}
