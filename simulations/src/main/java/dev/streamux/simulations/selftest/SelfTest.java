package dev.streamux.simulations.selftest;

import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.selftest.wire.WireServer;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plays every shape against the client and compares truth with measured. Takes about three seconds. */
public final class SelfTest {
    /** The largest error of a time that is still right, milliseconds: a frame of a 200 Hz screen. */
    public static final double DEFAULT_LIMIT_MILLIS = 5;

    /** How often a shape is played while its timing is off; a busy machine may steal one, not three. */
    private static final int ATTEMPTS = 3;
    /** Played at the same time when timing was off: few enough not to disturb each other on two cores. */
    private static final int SIDE_BY_SIDE = 6;

    private final WireServer server;
    private final StreamingClient client;
    private final double limitMillis;

    private SelfTest(WireServer server, StreamingClient client, double limitMillis) {
        this.server = server;
        this.client = client;
        this.limitMillis = limitMillis;
    }

    /**
     * Runs all shapes.
     *
     * @param limitMillis the largest error of a time that is still right, &gt; 0
     */
    public static SelfTestReport run(double limitMillis) {
        NanoClock clock = NanoClock.startingNow();
        List<Shape> shapes = shapes();
        try (WireServer server = WireServer.start(clock);
                StreamingClient client = new StreamingClient(ClientConfig.defaults(), clock)) {
            shapes.forEach(shape -> server.script(shape.name(), shape.steps()));
            SelfTest test = new SelfTest(server, client, limitMillis);
            // The first round loads and compiles what is measured in the rounds after it.
            test.play(shapes, 1);
            List<ShapeResult> results = test.play(shapes, 1);
            for (int attempt = 2; attempt <= ATTEMPTS; attempt++) {
                test.repeatLate(shapes, results, attempt);
            }
            return new SelfTestReport(limitMillis, results);
        }
    }

    static List<Shape> shapes() {
        return Stream.of(TimingShapes.all(), FramingShapes.all(), ProtocolShapes.all(), SplitShapes.all())
                .flatMap(List::stream)
                .toList();
    }

    private void repeatLate(List<Shape> shapes, List<ShapeResult> results, int attempt) {
        List<Integer> late = IntStream.range(0, shapes.size())
                .filter(i -> results.get(i).verdict() == ShapeResult.Verdict.LATE)
                .boxed()
                .toList();
        for (int from = 0; from < late.size(); from += SIDE_BY_SIDE) {
            List<Integer> batch = late.subList(from, Math.min(late.size(), from + SIDE_BY_SIDE));
            List<ShapeResult> again = play(batch.stream().map(shapes::get).toList(), attempt);
            for (int i = 0; i < batch.size(); i++) {
                results.set(batch.get(i), again.get(i));
            }
        }
    }

    private List<ShapeResult> play(List<Shape> shapes, int attempt) {
        List<CompletableFuture<ResponseTrace>> playing =
                shapes.stream().map(shape -> client.send(request(shape))).toList();
        List<ShapeResult> results = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            ResponseTrace trace = playing.get(i).join();
            results.add(ShapeResult.of(
                    shapes.get(i), trace, server.log(shapes.get(i).name()), limitMillis, attempt));
        }
        return results;
    }

    private ClientRequest request(Shape shape) {
        URI address = URI.create(server.address(shape.name()));
        return shape.wishes()
                .apply(ClientRequest.builder("selftest-" + shape.name(), address))
                .build();
    }
}
