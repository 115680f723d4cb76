package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.markdown.HealedMarkdown;

/** Markdown whose open marks are closed before it is rendered; a link is held back until it is whole. */
final class HealedTail implements PresentationPolicy {
    @Override
    public String id() {
        return "markdown-healed";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        HealedMarkdown source = new HealedMarkdown();
        for (int i = 0; i < arrivals.size(); i++) {
            int visible = source.show(arrivals.text().substring(0, arrivals.end(i)));
            page.release(arrivals.timeNanos(i), visible);
        }
        page.release(arrivals.lastNanos(), arrivals.text().length());
        return page.done(source.takenBack());
    }
}
