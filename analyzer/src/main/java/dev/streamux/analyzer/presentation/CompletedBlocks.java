package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.markdown.ClosedBlocks;

/** Markdown blocks are shown when they can no longer change: nothing flashes, and long blocks bring the wait back. */
final class CompletedBlocks implements PresentationPolicy {
    @Override
    public String id() {
        return "markdown-by-block";
    }

    @Override
    public String label() {
        return "Markdown by completed block";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        ClosedBlocks source = new ClosedBlocks();
        int from = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            int closed = source.append(arrivals.text().substring(from, arrivals.end(i)));
            from = arrivals.end(i);
            page.release(arrivals.timeNanos(i), closed);
        }
        page.release(arrivals.lastNanos(), arrivals.text().length());
        // A closed block is rendered once and for all.
        return page.done(0);
    }
}
