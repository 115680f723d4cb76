package dev.streamux.analyzer.markdown;

import java.util.Optional;
import org.commonmark.node.Node;

/**
 * Markdown that is rendered anew with each piece, as most chat pages do, and what that takes back.
 *
 * <p>What is counted is what the whole text, parsed anew with every piece, would give; what is done is far less. Only the
 * last block, in a list the last item, can still change. Once a line of a paragraph has its first letter it stays one,
 * and only its open marks are looked at ({@link OpenLine}); lines of fenced code only add. The rest goes through the
 * parser: starts of lines, tables, quotes. A part longer than {@link #EXACT} units that stays open all the time is
 * rendered again only when it has grown by a sixteenth, so the work stays in proportion to the text; what flashes up in
 * between is not counted. What looking at the last part alone leaves out is a link definition that turns an earlier
 * {@code [word]} into a link. Not thread-safe.
 */
public final class StreamedMarkdown {
    /** An open part up to this length, in UTF-16 units, is rendered with every piece. */
    public static final int EXACT = 2048;

    private static final int GROWTH = 16;

    /** Stands for the lines of a paragraph before the last one: they are settled. */
    private static final String EARLIER_LINES = "x\n";

    private final StringBuilder tail = new StringBuilder();
    private String shown = "";
    private int renderedUnits;
    private long takenBack;
    private long parsedUnits;
    private State state = new Blocks();

    /** Nothing yet. */
    public StreamedMarkdown() {}

    /** Whether an open part of {@code units}, of which {@code renderedUnits} are on the page, is to be rendered. */
    static boolean isDue(int units, int renderedUnits) {
        return units <= EXACT || units - renderedUnits >= units / GROWTH;
    }

    /** Appends a piece of source and renders. */
    public void append(String piece) {
        state.append(piece);
    }

    /** How the next piece is taken. */
    private sealed interface State {
        void append(String piece);
    }

    /** Anything may come: the open part is parsed. */
    private final class Blocks implements State {
        @Override
        public void append(String piece) {
            if (tail.isEmpty() && startsParagraph(piece)) {
                state = new ParagraphLine(new OpenLine(), true);
                state.append(piece);
                return;
            }
            tail.append(piece);
            if (isDue(tail.length(), renderedUnits)) {
                render();
            }
        }
    }

    /** The last line is one of a paragraph and stays so. */
    private final class ParagraphLine implements State {
        private final OpenLine line;
        private final boolean topLevel;

        private ParagraphLine(OpenLine line, boolean topLevel) {
            this.line = line;
            this.topLevel = topLevel;
        }

        @Override
        public void append(String piece) {
            int end = endOfLine(piece);
            if (end == piece.length()) {
                tail.append(piece);
                takenBack += line.append(piece);
            } else if (topLevel && isEmptyLine(piece, end)) {
                takenBack += line.append(piece.substring(0, end));
                forget();
            } else {
                leave(shown + line.shown(), piece);
            }
        }
    }

    /** The last line is one of fenced code: only its fence ends it. */
    private final class Code implements State {
        private final char fence;
        private final int body;

        private Code(char fence, int body) {
            this.fence = fence;
            this.body = body;
        }

        @Override
        public void append(String piece) {
            if (piece.indexOf(fence) >= 0 || piece.indexOf('\r') >= 0 || piece.indexOf('\0') >= 0) {
                leave(tail.substring(body).stripTrailing(), piece);
                return;
            }
            tail.append(piece);
            if (piece.indexOf('\n') >= 0) {
                tail.delete(body, tail.lastIndexOf("\n") + 1);
            }
        }
    }

    private void forget() {
        tail.setLength(0);
        shown = "";
        renderedUnits = 0;
        state = new Blocks();
    }

    private void leave(String onPage, String piece) {
        shown = onPage;
        tail.append(piece);
        state = new Blocks();
        render();
    }

    private void render() {
        String source = tail.toString();
        parsedUnits += source.length();
        Node document = MarkdownRenderer.parse(source);
        String rendered = MarkdownRenderer.plain(document);
        takenBack += lost(shown, rendered);
        shown = rendered;
        renderedUnits = source.length();
        // Lines that end otherwise are left to the parser.
        if (source.indexOf('\r') < 0 && source.indexOf('\0') < 0) {
            OpenBlock.of(document, source).ifPresent(block -> narrow(block, source));
        }
    }

    private void narrow(OpenBlock block, String source) {
        Optional<String> line = block.paragraphLine(source);
        // While its first line is open, a block can still become a part of the one before it: "***", then "***x".
        if (line.isEmpty() && source.indexOf('\n', block.start()) < 0 && !block.isParted(source)) {
            return;
        }
        if (block.start() > 0) {
            tail.delete(0, block.start());
            shown = MarkdownRenderer.plain(block.node());
            renderedUnits = tail.length();
        }
        line.ifPresent(text -> enterLine(block, source, text));
        block.code().ifPresent(code -> enterCode(code.getFenceCharacter().charAt(0)));
        if (block.isTable()) {
            shortenTable();
        }
    }

    private void enterLine(OpenBlock block, String source, String text) {
        String earlier = block.earlierLines(source);
        if (!earlier.isEmpty() && !Inline.of('\n', earlier).settled()) {
            return;
        }
        OpenLine line = new OpenLine();
        line.append(text);
        String end = line.shown().stripTrailing();
        if (!shown.endsWith(end)) {
            return;
        }
        if (block.isTopLevel() && !earlier.isEmpty()) {
            tail.setLength(0);
            // With its indent: four spaces and ">" are text here, and without them they would not be.
            tail.append(EARLIER_LINES).append(source, source.lastIndexOf('\n') + 1, source.length());
            shown = EARLIER_LINES;
        } else {
            shown = shown.substring(0, shown.length() - end.length());
        }
        state = new ParagraphLine(line, block.isTopLevel());
    }

    private void enterCode(char fence) {
        int body = tail.indexOf("\n") + 1;
        if (body > 0) {
            tail.delete(body, tail.lastIndexOf("\n") + 1);
            state = new Code(fence, body);
        }
    }

    /** Whole rows of a table stay: its head and the last line are enough. */
    private void shortenTable() {
        int rows = tail.indexOf("\n", tail.indexOf("\n") + 1) + 1;
        int last = tail.lastIndexOf("\n") + 1;
        if (rows > 0 && last > rows && !endsWithEmptyLine()) {
            tail.delete(rows, last);
            shown = parsed(tail.toString());
            renderedUnits = tail.length();
        }
    }

    /** An empty line ends a table, and must not be taken for one of its rows. */
    private boolean endsWithEmptyLine() {
        int end = tail.lastIndexOf("\n");
        int start = tail.lastIndexOf("\n", end - 1) + 1;
        return tail.substring(start, end).isBlank();
    }

    private String parsed(String source) {
        parsedUnits += source.length();
        return MarkdownRenderer.render(source);
    }

    /** Whether a document that starts so starts with a paragraph, whatever follows. */
    private static boolean startsParagraph(String piece) {
        return !piece.isEmpty() && Character.isLetter(piece.codePointAt(0)) && endOfLine(piece) == piece.length();
    }

    private static int endOfLine(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '\n' || c == '\r' || c == '\0') {
                return i;
            }
        }
        return piece.length();
    }

    /** Whether from {@code end} on there is an empty line and nothing else. */
    private static boolean isEmptyLine(String piece, int end) {
        return piece.indexOf('\n', piece.indexOf('\n', end) + 1) >= 0
                && piece.substring(end).isBlank()
                && piece.indexOf('\r', end) < 0;
    }

    /** Code points of {@code before} that do not stand in {@code after} at the same place. */
    static long lost(CharSequence before, CharSequence after) {
        int common = 0;
        int limit = Math.min(before.length(), after.length());
        while (common < limit && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        if (common == before.length()) {
            return 0;
        }
        // White space around blocks is invisible.
        String rest = before.subSequence(common, before.length()).toString().strip();
        return rest.codePointCount(0, rest.length());
    }

    /** Characters that were shown and taken back so far. */
    public long takenBack() {
        return takenBack;
    }

    /** UTF-16 units that went through the parser of blocks so far: the work. */
    long parsedUnits() {
        return parsedUnits;
    }
}
