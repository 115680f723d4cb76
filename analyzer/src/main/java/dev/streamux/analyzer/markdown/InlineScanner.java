package dev.streamux.analyzer.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.text.Characters;

/**
 * Renders a stretch of a line that has no links, tags and entities: emphasis, code and escapes only, by the rules of
 * CommonMark 0.31 §6.1 to §6.2. Most stretches are such, and the whole parser costs twenty times as much. For one stretch.
 */
final class InlineScanner {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final int before;
    private final String source;
    private final StringBuilder out = new StringBuilder();
    private final List<DelimiterRun> runs = new ArrayList<>();
    /** Lengths of backtick runs that nothing closes, so that each is looked for once. */
    private final BitSet unclosed = new BitSet();

    InlineScanner(int before, String source) {
        this.before = before;
        this.source = source;
    }

    /** Renders; false if the stretch needs the whole parser. */
    boolean scan() {
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '[' || needsParser(c, i)) {
                return false;
            }
            i = switch (c) {
                case '`' -> code(i);
                case '*', '_' -> delimiters(i);
                case '\\' -> escape(i);
                default -> literal(c, i);
            };
        }
        DelimiterRun.pair(runs);
        return true;
    }

    /** A tag, an address in angle brackets or an entity starts with these, unless a space or the like follows. */
    private boolean needsParser(char c, int at) {
        if (c != '<' && c != '&') {
            return false;
        }
        return at + 1 == source.length()
                || Character.isLetterOrDigit(source.charAt(at + 1))
                || "/!?#".indexOf(source.charAt(at + 1)) >= 0;
    }

    private int literal(char c, int at) {
        out.append(c);
        return at + 1;
    }

    private int escape(int at) {
        if (at + 1 < source.length() && PUNCTUATION.indexOf(source.charAt(at + 1)) >= 0) {
            out.append(source.charAt(at + 1));
            return at + 2;
        }
        return literal('\\', at);
    }

    private int code(int at) {
        int content = endOfRun(at);
        int length = content - at;
        if (unclosed.get(length)) {
            out.append(source, at, content);
            return content;
        }
        for (int close = source.indexOf('`', content); close >= 0; ) {
            int end = endOfRun(close);
            if (end - close == length) {
                out.append(stripped(source.substring(content, close)));
                return end;
            }
            close = source.indexOf('`', end);
        }
        unclosed.set(length);
        out.append(source, at, content);
        return content;
    }

    /** One space at both ends is left out, so that code can start with a backtick. */
    private static String stripped(String code) {
        boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ");
        return padded && Characters.hasNonSpace(code) ? code.substring(1, code.length() - 1) : code;
    }

    private int delimiters(int at) {
        int end = endOfRun(at);
        int previous = at == 0 ? before : source.codePointBefore(at);
        int next = end == source.length() ? '\n' : source.codePointAt(end);
        runs.add(DelimiterRun.of(source.charAt(at), end - at, out.length(), previous, next));
        return end;
    }

    private int endOfRun(int at) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) == source.charAt(at)) {
            end++;
        }
        return end;
    }

    /** What a reader sees; marks without a partner are shown. */
    String text() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (DelimiterRun run : runs) {
            text.append(out, from, run.at());
            text.append(run.literal());
            from = run.at();
        }
        return text.append(out, from, out.length()).toString();
    }

    /** Whether no mark waits for its partner. */
    boolean isSettled() {
        return unclosed.isEmpty() && runs.stream().noneMatch(DelimiterRun::mayOpen);
    }
}
