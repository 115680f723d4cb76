package dev.streamux.reports.page;

import dev.streamux.reports.words.Sentence;
import java.util.Optional;

/**
 * A picture with its data.
 *
 * @param svg markup that {@link dev.streamux.reports.drawing.SvgWriter} made, which escapes all text
 * @param caption how to read it, one or two sentences
 * @param data the table behind the picture, empty if the page has it elsewhere
 */
public record Figure(String svg, String caption, Optional<Table> data) {
    public Figure {
        caption = Sentence.unbroken(caption);
    }
}
