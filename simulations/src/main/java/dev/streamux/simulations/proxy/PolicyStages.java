package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.simulations.proxy.stage.BrokenOrigin;
import dev.streamux.simulations.proxy.stage.Gzip;
import dev.streamux.simulations.proxy.stage.Stage;
import dev.streamux.simulations.proxy.stage.Timer;
import dev.streamux.simulations.proxy.stage.hold.HoldFirst;
import dev.streamux.simulations.proxy.stage.hold.HoldOne;
import dev.streamux.simulations.proxy.stage.hold.LateHeaders;
import dev.streamux.simulations.proxy.stage.hold.OneShotTimer;
import dev.streamux.simulations.proxy.stage.hold.PeriodicFlush;
import dev.streamux.simulations.proxy.stage.hold.SizeBuffer;
import dev.streamux.simulations.proxy.stage.hold.WholeBody;
import dev.streamux.simulations.proxy.stage.link.Link;
import dev.streamux.simulations.proxy.stage.link.SlowLink;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.random.RandomGenerator;

/** Which stages an answer passes under which policy. The one place that knows all policies. */
final class PolicyStages {
    private PolicyStages() {}

    /** The stages of {@code policy}, the one nearest to the origin first, that end in {@code outlet}. */
    static Stage inFrontOf(Stage outlet, Policy policy, HttpRequest request, Timer timer, RandomGenerator random) {
        List<Policy> steps = policy.steps();
        Stage first = outlet;
        for (int i = steps.size() - 1; i >= 0; i--) {
            first = stage(first, steps.get(i), request, timer, random);
        }
        return first;
    }

    private static Stage stage(Stage next, Policy policy, HttpRequest request, Timer timer, RandomGenerator random) {
        if (policy instanceof Policy.Full full) {
            return new WholeBody(next, full.withLength());
        } else if (policy instanceof Policy.SizeBuffer size) {
            return new SizeBuffer(next, size.bytes());
        } else if (policy instanceof Policy.PeriodicFlush time) {
            return new PeriodicFlush(next, timer, time.period());
        } else if (policy instanceof Policy.OneShotTimer shot) {
            return new OneShotTimer(next, timer, shot.delay());
        } else if (policy instanceof Policy.HoldOne) {
            return new HoldOne(next);
        } else if (policy instanceof Policy.HoldFirst first) {
            return new HoldFirst(next, first.bytes());
        } else if (policy instanceof Policy.HeadersLate) {
            return new LateHeaders(next);
        } else if (policy instanceof Policy.Gzip gzip && offersGzip(request)) {
            return new Gzip(next, gzip.flushed());
        } else if (policy instanceof Policy.TruncateClean) {
            return new BrokenOrigin(next, BrokenOrigin.Told.CLEAN_END);
        } else if (policy instanceof Policy.HangOnReset) {
            return new BrokenOrigin(next, BrokenOrigin.Told.NOTHING);
        } else if (policy instanceof Policy.Network network) {
            return new SlowLink(next, timer, link(network), random);
        }
        return next;
    }

    private static Link link(Policy.Network network) {
        return new Link(
                network.delay(), network.jitter(), network.bytesPerSecond(), network.stallShare(), network.stall());
    }

    private static boolean offersGzip(HttpRequest request) {
        return request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .anyMatch(offer ->
                        offer.startsWith("gzip") && !offer.replace(" ", "").startsWith("gzip;q=0"));
    }
}
