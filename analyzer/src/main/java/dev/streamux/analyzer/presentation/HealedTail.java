package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.markdown.HealedMarkdown;

/** Markdown whose open marks are closed before it is rendered; a link is held back until it is whole. */
final class HealedTail implements PresentationPolicy {
    @Override
    public String id() {
        return "markdown-healed";
    }

    @Override
    public String label() {
        return "Markdown with open marks closed";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        HealedMarkdown source = new HealedMarkdown();
        int from = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            int visible = source.append(arrivals.text().substring(from, arrivals.end(i)));
            from = arrivals.end(i);
            page.release(arrivals.timeNanos(i), visible);
        }
        page.release(arrivals.lastNanos(), arrivals.text().length());
        return page.done(source.takenBack());
    }
}
