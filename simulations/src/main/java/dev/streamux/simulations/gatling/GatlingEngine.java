package dev.streamux.simulations.gatling;

import com.typesafe.scalalogging.Logger;
import com.typesafe.scalalogging.Logger$;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Expressions;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.List;
import scala.runtime.BoxedUnit;

/**
 * The one class that knows Gatling's internals: it makes an action of a {@link Step} and writes rows into the statistics.
 *
 * <p>This is the way that Gatling's own protocol plug-ins take, and no promised API: the version of Gatling is pinned, and
 * whoever raises it looks here.
 */
final class GatlingEngine {
    private static final long UNSET = Long.MIN_VALUE;
    private static final double NANOS_IN_MILLI = 1e6;

    private GatlingEngine() {}

    /** What a virtual user does in one action. */
    interface Step {
        /** Begins; called on the user's event loop, must not block. {@link Turn#done} must be called once. */
        void start(Turn turn);
    }

    /** One user's one go through an action. */
    static final class Turn {
        private final StepAction action;
        private final io.gatling.core.session.Session session;

        private Turn(StepAction action, io.gatling.core.session.Session session) {
            this.action = action;
            this.session = session;
        }

        /** The session as it came in. */
        Session session() {
            return new Session(session);
        }

        /** The user's event loop. */
        EventLoop loop() {
            return session.eventLoop();
        }

        /** Writes a row. */
        void row(Row row) {
            action.log(session, row);
        }

        /** Notes that no request could be made, without a row. */
        void crash(String message) {
            action.statistics.logRequestCrash(session.scenario(), session.groups(), action.name, message);
        }

        /** Hands the user on to the next action. */
        void done(Session result) {
            action.next.$bang(result.asScala());
        }
    }

    /** An action that needs no protocol. */
    static io.gatling.javaapi.core.ActionBuilder action(String name, Step step) {
        ActionBuilder builder = new ActionBuilder() {
            @Override
            public Action build(ScenarioContext context, Action next) {
                return new StepAction(name, step, context.coreComponents().statsEngine(), next);
            }
        };
        return () -> builder;
    }

    /** An action that needs a {@link StreamuxProtocol}. */
    static io.gatling.javaapi.core.ActionBuilder endpointAction(String name, Function<OpenEndpoint, Step> step) {
        ActionBuilder builder = new ActionBuilder() {
            @Override
            public Action build(ScenarioContext context, Action next) {
                EndpointComponents components =
                        context.protocolComponentsRegistry().components(KEY);
                return new StepAction(
                        name,
                        step.apply(components.endpoint()),
                        context.coreComponents().statsEngine(),
                        next);
            }
        };
        return () -> builder;
    }

    /** The text for a session, in Gatling's expression language; the function throws if the session lacks something. */
    static Function<Session, String> expression(String text) {
        return Expressions.expressionToJavaFunction(Expressions.toStringExpression(text));
    }

    /** The protocol as Gatling knows it. */
    static Protocol protocol(StreamuxProtocol protocol) {
        return new EndpointProtocol(protocol);
    }

    private record EndpointProtocol(StreamuxProtocol protocol) implements Protocol {}

    private record EndpointComponents(OpenEndpoint endpoint) implements ProtocolComponents {
        @Override
        public Function1<io.gatling.core.session.Session, io.gatling.core.session.Session> onStart() {
            return io.gatling.core.session.Session.Identity();
        }

        @Override
        public Function1<io.gatling.core.session.Session, BoxedUnit> onExit() {
            return ProtocolComponents.NoopOnExit();
        }
    }

    private static final ProtocolKey<EndpointProtocol, EndpointComponents> KEY = new ProtocolKey<>() {
        @Override
        @SuppressWarnings("unchecked") // Scala's type is invariant where a subclass is meant.
        public Class<Protocol> protocolClass() {
            return (Class<Protocol>) (Class<?>) EndpointProtocol.class;
        }

        @Override
        public EndpointProtocol defaultProtocolValue(GatlingConfiguration configuration) {
            throw new IllegalStateException(
                    "a streamux action has no protocol; add .protocols(streamuxAt(\"http://…\")) to setUp or the scenario");
        }

        /** One client for all scenarios with the same protocol, closed with the simulation. */
        @Override
        public Function1<EndpointProtocol, EndpointComponents> newComponents(CoreComponents core) {
            Map<StreamuxProtocol, EndpointComponents> open = new ConcurrentHashMap<>();
            return protocol -> open.computeIfAbsent(protocol.protocol(), wanted -> {
                OpenEndpoint endpoint = new OpenEndpoint(wanted);
                core.actorSystem().registerOnTermination(() -> {
                    endpoint.close();
                    return BoxedUnit.UNIT;
                });
                return new EndpointComponents(endpoint);
            });
        }
    };

    private static final class StepAction implements Action {
        private final String name;
        private final Step step;
        private final StatsEngine statistics;
        private final Action next;
        private Logger logger = Logger$.MODULE$.apply(LoggerFactory.getLogger(StepAction.class));
        private final long anchorNanos = System.nanoTime();
        private final long anchorMillis = System.currentTimeMillis();
        /** A row that lies before the start of the run would break Gatling's report; the first user comes after it. */
        private final AtomicLong earliestMillis = new AtomicLong(UNSET);

        private StepAction(String name, Step step, StatsEngine statistics, Action next) {
            this.name = name;
            this.step = step;
            this.statistics = statistics;
            this.next = next;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Logger logger() {
            return logger;
        }

        /** Scala's way to set a field of a trait. */
        @Override
        @SuppressWarnings("checkstyle:MethodName")
        public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger value) {
            logger = value;
        }

        @Override
        public void execute(io.gatling.core.session.Session session) {
            earliestMillis.compareAndSet(UNSET, millis(System.nanoTime()));
            step.start(new Turn(this, session));
        }

        private void log(io.gatling.core.session.Session session, Row row) {
            long floor = earliestMillis.get();
            long start = Math.max(floor, millis(row.startNanos()));
            // Rounded as a whole: two ends cut to milliseconds each would be off by one.
            long end = start + Math.max(0, Math.round((row.endNanos() - row.startNanos()) / NANOS_IN_MILLI));
            Status status = row.error().isPresent() ? KO$.MODULE$ : OK$.MODULE$;
            @SuppressWarnings("unchecked") // A list of strings with a string at its end is one.
            List<String> groups = row.group().isEmpty()
                    ? session.groups()
                    : (List<String>) session.groups().appended(row.group());
            statistics.logResponse(
                    session.scenario(),
                    groups,
                    row.name(),
                    start,
                    end,
                    status,
                    Option.empty(),
                    Option.apply(row.error().orElse(null)));
        }

        private long millis(long nanoTime) {
            return anchorMillis + TimeUnit.NANOSECONDS.toMillis(nanoTime - anchorNanos);
        }
    }
}
