package dev.streamux.simulations.selftest.wire;

import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Plays one script on one connection by absolute deadlines and notes each step just before it is done. */
final class WirePlayer {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Socket socket;
    private final NanoClock clock;
    private final Map<String, WireLog> logs;

    WirePlayer(Socket socket, NanoClock clock, Map<String, WireLog> logs) {
        this.socket = socket;
        this.clock = clock;
        this.logs = logs;
    }

    /** Plays the steps; false if one of them ended the connection. */
    boolean play(String name, List<WireStep> steps) throws IOException {
        WireLog.Builder log = new WireLog.Builder(clock.nanos());
        for (WireStep step : steps) {
            begin(name, step, log);
            if (step instanceof WireStep.Write write) {
                write(write.bytes());
            } else if (step instanceof WireStep.Reset) {
                socket.setSoLinger(true, 0);
                socket.close();
                return false;
            } else if (step instanceof WireStep.Close) {
                socket.shutdownOutput();
                return false;
            }
        }
        return true;
    }

    /** Plays the writes as the body of an HTTP/2 response. */
    void playHttp2(String name, List<WireStep> steps, int stream) throws IOException {
        WireLog.Builder log = new WireLog.Builder(clock.nanos());
        write(Http2Wire.headers(stream));
        for (WireStep step : steps) {
            begin(name, step, log);
            if (step instanceof WireStep.Write write) {
                write(Http2Wire.data(stream, write.bytes()));
            }
        }
        write(Http2Wire.end(stream));
    }

    private void begin(String name, WireStep step, WireLog.Builder log) {
        long deadline = log.arrivalNanos() + step.atMillis() * NANOS_PER_MILLI;
        long left = deadline - clock.nanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = deadline - clock.nanos();
        }
        log.add(clock.nanos());
        logs.put(name, log.build());
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
