package dev.streamux.analyzer.presentation;

/** Each piece is shown as it arrives, and the Markdown so far is rendered anew. */
final class PerToken implements PresentationPolicy {
    @Override
    public String id() {
        return "per-token";
    }

    @Override
    public String label() {
        return "each piece as it arrives";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        for (int i = 0; i < arrivals.size(); i++) {
            page.release(arrivals.timeNanos(i), arrivals.end(i));
        }
        return page.done();
    }
}
