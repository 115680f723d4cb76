package dev.streamux.benchmarks;

import java.net.URI;

/**
 * How late a client stamps what a sender sent, and what a token costs it. {@code benchmarks/stamp-lag/run.sh} starts the
 * sender, which stamps its events with the bare monotonic clock, and calls this for each client:
 *
 * <pre>
 * java -cp ... dev.streamux.benchmarks.StampLag http://127.0.0.1:PORT 1000 40 user
 * </pre>
 *
 * The clients are {@code user} (ours), {@code kernel} (ours with kernel stamps), both also with a number of event loops as
 * in {@code kernel-2}, and {@code java.net.http}. Gatling's own is {@link GatlingSse}.
 */
public final class StampLag {
    private StampLag() {}

    /** Arguments: address of the sender, streams, tokens a second, client. */
    public static void main(String[] args) throws InterruptedException {
        StreamLoad load = new StreamLoad(URI.create(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        String client = args[3];
        LagRecorder recorder = new LagRecorder(StreamLoad.WARM_UP, StreamLoad.WINDOW);
        String note;
        if (client.equals("java.net.http")) {
            note = new JdkStreams(recorder).play(load);
        } else {
            int dash = client.indexOf('-');
            int loops = dash < 0 ? 1 : Integer.parseInt(client.substring(dash + 1));
            note = OurStreams.play(load, recorder, client.startsWith("kernel"), loops);
        }
        System.out.println(recorder.row(client, load.streams(), load.perSecond()));
        System.err.println(client + ": " + note);
    }
}
