package dev.streamux.analyzer.presentation;

/** Pieces are shown with the next frame of a 60 Hz display, counted from the intended start. */
final class PerFrame implements PresentationPolicy {
    /** Three frames last exactly 50 ms, so that frame times are whole nanoseconds but for rounding down. */
    private static final long THREE_FRAMES_NANOS = 50_000_000L;

    @Override
    public String id() {
        return "per-frame";
    }

    @Override
    public String label() {
        return "with the next frame";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        for (int i = 0; i < arrivals.size(); i++) {
            long frame = frameAfter(arrivals.timeNanos(i));
            if (i + 1 == arrivals.size() || frameAfter(arrivals.timeNanos(i + 1)) > frame) {
                page.release(frame, arrivals.end(i));
            }
        }
        return page.done();
    }

    /** The first frame at or after {@code nanos}. */
    static long frameAfter(long nanos) {
        long frame = -Math.floorDiv(-3 * nanos, THREE_FRAMES_NANOS);
        return -Math.floorDiv(-frame * THREE_FRAMES_NANOS, 3);
    }
}
