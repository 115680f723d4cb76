package dev.streamux.mockllm.check;

/**
 * Measured times of all answers, not planned ones. The ranges are those of vLLM, so that its dashboards fit.
 *
 * @param firstToken from the request's arrival to the hand-over of the first visible text or tool call of a stream
 * @param gap from the hand-over of one event with tokens to that of the next, after the first token
 * @param queued how long answers waited for their turn
 * @param whole from arrival to end, of complete answers
 */
public record Times(Buckets firstToken, Buckets gap, Buckets queued, Buckets whole) {
    /** Nothing measured yet. */
    public static Times empty() {
        return new Times(
                new Buckets(
                        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40,
                        80, 160, 640, 2560),
                new Buckets(
                        0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80),
                ofRequests(),
                ofRequests());
    }

    private static Buckets ofRequests() {
        return new Buckets(
                0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680);
    }
}
