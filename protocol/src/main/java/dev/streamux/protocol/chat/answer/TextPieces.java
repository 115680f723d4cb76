package dev.streamux.protocol.chat.answer;

import java.util.Arrays;
import java.util.List;

/**
 * A text cut into the pieces in which it streams, a piece a token, held JSON-escaped in one array.
 *
 * <p>Neighbouring pieces lie side by side, so an event of several tokens is one copy. Immutable.
 */
public final class TextPieces {

    /** No text at all. */
    public static final TextPieces EMPTY = new Builder().build();

    private final byte[] json;
    /** Entry k is where piece k ends in {@link #json}. */
    private final int[] ends;
    /** Entry k counts the code points of pieces 0 to k. */
    private final int[] characters;

    private TextPieces(byte[] json, int[] ends, int[] characters) {
        this.json = json;
        this.ends = ends;
        this.characters = characters;
    }

    /** These pieces, in order; a piece may be empty but must be whole code points. */
    public static TextPieces of(List<String> pieces) {
        Builder builder = new Builder();
        pieces.forEach(builder::add);
        return builder.build();
    }

    /** How many pieces there are, ≥ 0. */
    public int size() {
        return ends.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return ends.length == 0;
    }

    /** Code points of all pieces. */
    public int characters() {
        return characters(0, size());
    }

    /** Code points of the pieces in [from, to). */
    public int characters(int from, int to) {
        return at(characters, to) - at(characters, from);
    }

    /** Bytes that {@link #copyJson} writes for the pieces in [from, to). */
    public int jsonLength(int from, int to) {
        return at(ends, to) - at(ends, from);
    }

    /** Copies the pieces in [from, to), escaped for the inside of a JSON string, to the target. */
    public void copyJson(int from, int to, byte[] target, int offset) {
        int start = at(ends, from);
        System.arraycopy(json, start, target, offset, at(ends, to) - start);
    }

    /** The whole text. */
    public String text() {
        return text(0, size());
    }

    /** The text of the pieces in [from, to). */
    public String text(int from, int to) {
        return JsonText.unescape(json, at(ends, from), at(ends, to));
    }

    /** The first pieces, all of them if there are no more than {@code count}. */
    public TextPieces first(int count) {
        return count >= size() ? this : new Builder().add(this, 0, count).build();
    }

    private static int at(int[] cumulative, int index) {
        return index == 0 ? 0 : cumulative[index - 1];
    }

    /** Puts pieces together; not for several threads. */
    public static final class Builder {

        private byte[] json = new byte[256];
        private int[] ends = new int[32];
        private int[] characters = new int[32];
        private int size;

        /** Adds a piece. */
        public Builder add(String piece) {
            byte[] escaped = JsonText.escape(piece);
            grow(1, escaped.length);
            int start = at(ends, size);
            System.arraycopy(escaped, 0, json, start, escaped.length);
            int before = at(characters, size);
            ends[size] = start + escaped.length;
            characters[size] = before + piece.codePointCount(0, piece.length());
            size++;
            return this;
        }

        /** Adds the pieces in [from, to) of another text. */
        public Builder add(TextPieces other, int from, int to) {
            int bytes = other.jsonLength(from, to);
            grow(to - from, bytes);
            int byteShift = at(ends, size) - at(other.ends, from);
            int characterShift = at(characters, size) - at(other.characters, from);
            other.copyJson(from, to, json, at(ends, size));
            for (int k = from; k < to; k++) {
                ends[size] = other.ends[k] + byteShift;
                characters[size] = other.characters[k] + characterShift;
                size++;
            }
            return this;
        }

        /** How many pieces there are so far. */
        public int size() {
            return size;
        }

        /** What was added so far. */
        public TextPieces build() {
            return new TextPieces(
                    Arrays.copyOf(json, at(ends, size)), Arrays.copyOf(ends, size), Arrays.copyOf(characters, size));
        }

        private void grow(int pieces, int bytes) {
            int byteLength = at(ends, size) + bytes;
            if (byteLength > json.length) {
                json = Arrays.copyOf(json, Math.max(byteLength, json.length * 2));
            }
            if (size + pieces > ends.length) {
                int length = Math.max(size + pieces, ends.length * 2);
                ends = Arrays.copyOf(ends, length);
                characters = Arrays.copyOf(characters, length);
            }
        }
    }
}
