package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.markdown.StreamedMarkdown;

/**
 * What a policy shows of an answer, and when.
 *
 * @param curve source characters that are visible, over time; ends with the whole text
 * @param takenBack rendered characters that were shown and taken back
 */
public record Shown(TextCurve curve, long takenBack) {

    /** Collects what a policy releases, and renders it as Markdown anew each time. Not thread-safe. */
    static final class Recorder {
        private final String text;
        private final TextCurve.Builder curve;
        private final StreamedMarkdown page = new StreamedMarkdown();
        private int released;

        Recorder(String text) {
            this.text = text;
            curve = TextCurve.builder(text.length() + 1);
        }

        /** Shows the text up to UTF-16 unit {@code end} from {@code nanos} on; what is shown already stays. */
        void release(long nanos, int end) {
            if (end > released) {
                curve.append(nanos, text.codePointCount(released, end));
                page.append(text.substring(released, end));
                released = end;
            }
        }

        Shown done() {
            return new Shown(curve.build(), page.takenBack());
        }

        Shown done(long takenBack) {
            return new Shown(curve.build(), takenBack);
        }
    }
}
