package dev.streamux.simulations.selftest;

import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.ClientRequest;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.selftest.wire.WireServer;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Plays every shape against the client and compares truth with measured. Takes about ten seconds. */
public final class SelfTest {
    /** The largest error of a time that is still right, milliseconds: a frame of a 200 Hz screen. */
    public static final double DEFAULT_LIMIT_MILLIS = 5;

    /** How often a shape is played while its timing is off; a busy machine may steal one, not three. */
    private static final int ATTEMPTS = 3;
    /** Played at the same time: few enough that they do not disturb each other on two cores. */
    private static final int SIDE_BY_SIDE = 6;

    private SelfTest() {}

    /**
     * Runs all shapes.
     *
     * @param limitMillis the largest error of a time that is still right, &gt; 0
     */
    public static SelfTestReport run(double limitMillis) {
        NanoClock clock = NanoClock.startingNow();
        List<Shape> shapes = shapes();
        List<ShapeResult> results = new ArrayList<>();
        try (WireServer server = WireServer.start(clock);
                StreamingClient client = new StreamingClient(ClientConfig.defaults(), clock)) {
            shapes.forEach(shape -> server.script(shape.name(), shape.steps()));
            // The first round loads and compiles what is measured in the rounds after it.
            play(shapes, 1, server, client, limitMillis);
            for (int from = 0; from < shapes.size(); from += SIDE_BY_SIDE) {
                List<Shape> batch = shapes.subList(from, Math.min(shapes.size(), from + SIDE_BY_SIDE));
                results.addAll(play(batch, 1, server, client, limitMillis));
            }
            for (int attempt = 2; attempt <= ATTEMPTS; attempt++) {
                repeatLate(shapes, results, attempt, server, client, limitMillis);
            }
        }
        return new SelfTestReport(limitMillis, results);
    }

    static List<Shape> shapes() {
        return Stream.of(TimingShapes.all(), FramingShapes.all(), ProtocolShapes.all())
                .flatMap(List::stream)
                .toList();
    }

    private static void repeatLate(
            List<Shape> shapes,
            List<ShapeResult> results,
            int attempt,
            WireServer server,
            StreamingClient client,
            double limitMillis) {
        for (int i = 0; i < shapes.size(); i++) {
            if (results.get(i).verdict() == ShapeResult.Verdict.LATE) {
                results.set(
                        i,
                        play(List.of(shapes.get(i)), attempt, server, client, limitMillis)
                                .get(0));
            }
        }
    }

    private static List<ShapeResult> play(
            List<Shape> shapes, int attempt, WireServer server, StreamingClient client, double limitMillis) {
        List<CompletableFuture<ResponseTrace>> playing = shapes.stream()
                .map(shape -> client.send(request(shape, server)))
                .toList();
        List<ShapeResult> results = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            ResponseTrace trace = playing.get(i).join();
            results.add(ShapeResult.of(
                    shapes.get(i), trace, server.log(shapes.get(i).name()), limitMillis, attempt));
        }
        return results;
    }

    private static ClientRequest request(Shape shape, WireServer server) {
        URI address = URI.create(server.address(shape.name()));
        return shape.wishes()
                .apply(ClientRequest.builder("selftest-" + shape.name(), address))
                .build();
    }
}
