package dev.streamux.analyzer.markdown;

/**
 * The last line of a paragraph while it grows. Only what is not settled is rendered anew, and that only when a piece
 * holds a mark or follows one: plain text only adds to what is shown. Not thread-safe.
 */
final class OpenLine {
    private final StringBuilder settled = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();
    private final StringBuilder restShown = new StringBuilder();
    private int before = '\n';
    private int renderedUnits;
    private boolean stale;

    /** An empty line; everything before it is settled. */
    OpenLine() {}

    /**
     * Appends a piece without line ends.
     *
     * @return how many characters it takes back
     */
    long append(String piece) {
        if (rest.isEmpty() && isPlain(piece)) {
            settled.append(piece);
            before = piece.isEmpty() ? before : piece.codePointBefore(piece.length());
            return 0;
        }
        boolean grows = !stale && isInert(piece);
        rest.append(piece);
        if (grows) {
            restShown.append(piece);
            return 0;
        }
        if (!StreamedMarkdown.isDue(rest.length(), renderedUnits)) {
            stale = true;
            return 0;
        }
        return render();
    }

    private long render() {
        String source = rest.toString();
        Inline inline = Inline.of(before, source);
        long lost = StreamedMarkdown.lost(restShown, inline.text());
        restShown.setLength(0);
        stale = false;
        renderedUnits = rest.length();
        if (inline.settled() && !endsWithMark()) {
            settled.append(inline.text());
            before = source.codePointBefore(source.length());
            rest.setLength(0);
            renderedUnits = 0;
        } else {
            restShown.append(inline.text());
        }
        return lost;
    }

    /** Whether a piece behind open marks only adds to what is shown: a letter closes nothing, and a bracket may. */
    private boolean isInert(String piece) {
        if (endsWithMark()) {
            return false;
        }
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c != ' ' && !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWithMark() {
        return !rest.isEmpty() && isMark(rest.charAt(rest.length() - 1));
    }

    private static boolean isPlain(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (isMark(piece.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(char c) {
        return switch (c) {
            case '`', '*', '_', '[', ']', '<', '>', '&', '\\', '!' -> true;
            default -> false;
        };
    }

    /** Whether everything in the line is settled. */
    boolean isSettled() {
        return rest.isEmpty();
    }

    /** What is shown of the line. */
    String shown() {
        return settled.toString() + restShown;
    }
}
