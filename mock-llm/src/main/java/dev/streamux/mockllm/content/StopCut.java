package dev.streamux.mockllm.content;

import dev.streamux.protocol.chat.answer.TextPieces;
import java.util.List;
import java.util.Optional;

/**
 * A text cut before the first stop sequence in it.
 *
 * @param pieces the text without the stop sequence and what follows
 * @param stop the sequence that was found, if any
 */
record StopCut(TextPieces pieces, Optional<String> stop) {

    /** Looks for the earliest of the stop sequences; of two at one place, the first of the list. */
    static StopCut of(TextPieces pieces, List<String> stops) {
        if (stops.isEmpty()) {
            return new StopCut(pieces, Optional.empty());
        }
        String text = pieces.text();
        int earliest = text.length();
        Optional<String> found = Optional.empty();
        for (String stop : stops) {
            int at = text.indexOf(stop);
            if (at >= 0 && at < earliest) {
                earliest = at;
                found = Optional.of(stop);
            }
        }
        return new StopCut(found.isPresent() ? before(pieces, earliest) : pieces, found);
    }

    private static TextPieces before(TextPieces pieces, int length) {
        TextPieces.Builder cut = new TextPieces.Builder();
        int start = 0;
        for (int k = 0; k < pieces.size() && start < length; k++) {
            String piece = pieces.text(k, k + 1);
            cut.add(start + piece.length() <= length ? piece : piece.substring(0, length - start));
            start += piece.length();
        }
        return cut.build();
    }
}
