package dev.streamux.mockllm.faultwire;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.protocol.chat.decode.StreamDecoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a client saw of one answer, in the words of the table in {@code docs/mock.md}. */
final class Seen {
    /** Tokens of every answer in the table; faults strike in the middle. */
    static final int TOKENS = 6;

    /** No event is as long as a piece of the fault {@code drip} in the table. */
    static final int DRIP_BYTES = 20;

    private final boolean gemini;
    private final StreamDecoder decoder;
    private final List<String> deltas = new ArrayList<>();
    private final Set<String> more = new LinkedHashSet<>();
    private String body = "";
    private int pings;
    private int pieces;
    private boolean ended;

    Seen(Dialect dialect) {
        this.gemini = dialect == Dialect.GEMINI;
        this.decoder = StreamDecoder.of(dialect);
    }

    /** An event of a stream. */
    void event(String type, String data) {
        if (ended) {
            more.add("bytes after the end");
            return;
        }
        if (type.equals("ping")) {
            ping();
        }
        for (Signal signal : decoder.decode(type, data)) {
            if (signal instanceof Signal.TextDelta delta) {
                deltas.add(delta.text());
            } else if (signal instanceof Signal.Failed failed) {
                more.add(failed.message().contains("told to fail") ? "error event" : "a frame that is no JSON");
            } else {
                // Gemini's last word is the reason.
                ended |= signal instanceof Signal.Ended || (gemini && signal instanceof Signal.Finished);
            }
        }
    }

    /** A body in one. */
    void body(String text) {
        body = text;
    }

    void ping() {
        pings++;
    }

    int pings() {
        return pings;
    }

    /** A piece of this size came by itself; only those of {@link #DRIP_BYTES} count. */
    void piece(int bytes) {
        pieces += bytes == DRIP_BYTES ? 1 : 0;
    }

    /** Anything else worth a word. */
    Seen and(String word) {
        more.add(word);
        return this;
    }

    boolean has(String word) {
        return more.contains(word);
    }

    private String bodyWords() {
        int blanks = body.length() - body.stripLeading().length();
        for (int i = 0; i < blanks; i++) {
            ping();
        }
        String text = body.strip();
        if (text.isEmpty()) {
            return "";
        }
        // decodeBody is for whole bodies: told apart here by their ends alone.
        if (text.endsWith("{\"after\":\"the end\"}")) {
            return "the body, bytes after it";
        }
        return text.startsWith("{\"garbage\"") ? "no JSON" : text.endsWith("}") ? "the body" : "half the body";
    }

    /** Such as {@code 3 deltas, error event, end of body}; {@code whole} is what a stream without faults says. */
    String words(List<String> whole) {
        List<String> words = new ArrayList<>();
        if (!deltas.isEmpty()) {
            words.add(deltaWords(whole));
        }
        words.add(bodyWords());
        words.add(pieces > 2 ? "in pieces" : "");
        words.add(pings > 2 ? "keep-alives" : "");
        words.addAll(more);
        words.removeIf(String::isEmpty);
        return String.join(", ", words);
    }

    private String deltaWords(List<String> whole) {
        if (deltas.equals(whole)) {
            return ended ? "all" : "all deltas";
        }
        if (deltas.size() < whole.size() && deltas.equals(whole.subList(0, deltas.size()))) {
            return deltas.size() + " deltas";
        }
        return deltas.size() > whole.size() ? "one delta twice" : "two deltas swapped";
    }

    List<String> deltas() {
        return List.copyOf(deltas);
    }

    boolean ended() {
        return ended;
    }

    /** Whether the answer has told its end, well or with an error. */
    boolean over() {
        return ended || more.stream().anyMatch(word -> word.startsWith("error"));
    }
}
