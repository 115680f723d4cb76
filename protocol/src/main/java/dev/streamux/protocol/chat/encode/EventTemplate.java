package dev.streamux.protocol.chat.encode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An event's bytes with gaps for what differs from one delta to the next.
 *
 * <p>The JSON is written as text with a control character at each gap: {@link #PIECE}, {@link #PADDING}, {@link #INDEX}
 * and {@link #MARK}. Escaped JSON text never holds a control character, so none can come from data.
 */
public final class EventTemplate {

    /** Gap for the piece of text, escaped. */
    public static final char PIECE = '\u0001';

    /** Gap for the vendor's padding. */
    public static final char PADDING = '\u0002';

    /** Gap for the event's index in the stream. */
    public static final char INDEX = '\u0003';

    /** Gap for the emission time. */
    static final char MARK = '\u0004';

    private final byte[][] literals;
    private final String gaps;

    private EventTemplate(byte[][] literals, String gaps) {
        this.literals = literals;
        this.gaps = gaps;
    }

    /** A template of a text with control characters at its gaps. */
    static EventTemplate compile(String text) {
        StringBuilder gaps = new StringBuilder();
        List<byte[]> literals = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PIECE && c <= MARK) {
                literals.add(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                gaps.append(c);
                start = i + 1;
            }
        }
        literals.add(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return new EventTemplate(literals.toArray(new byte[0][]), gaps.toString());
    }

    /** Appends event {@code index} of the stream, the {@code group}-th of its run. */
    void write(int index, EventRun run, int group, EventBuffer out) {
        for (int i = 0; i < gaps.length(); i++) {
            out.append(literals[i]);
            switch (gaps.charAt(i)) {
                case PIECE -> run.appendPieces(group, out);
                case PADDING -> Padding.append(run.seed(), index, run.pieceCharacters(group), out);
                case INDEX -> out.append((long) index);
                default -> out.appendMark();
            }
        }
        out.append(literals[gaps.length()]);
    }
}
