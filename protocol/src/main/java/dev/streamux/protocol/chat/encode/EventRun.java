package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.TextPieces;

/** Neighbouring events of one kind: a single one without pieces, or the deltas of a text or of a part of it. */
final class EventRun {

    private final EventKind kind;
    private final EventTemplate template;
    private final long seed;
    private final TextPieces pieces;
    private final Groups groups;

    EventRun(EventKind kind, EventTemplate template, long seed, TextPieces pieces, Groups groups) {
        this.kind = kind;
        this.template = template;
        this.seed = seed;
        this.pieces = pieces;
        this.groups = groups;
    }

    /** One event without pieces. */
    static EventRun single(EventKind kind, EventTemplate template, EventFrame frame) {
        return new EventRun(kind, template, frame.seed(), TextPieces.EMPTY, frame.groups(0));
    }

    EventKind kind() {
        return kind;
    }

    long seed() {
        return seed;
    }

    /** How many events it has: one for each group of pieces, or a single one without pieces. */
    int size() {
        return Math.max(1, groups.size());
    }

    int tokens(int group) {
        return pieces.isEmpty() ? 0 : groups.to(group) - groups.from(group);
    }

    int pieceCharacters(int group) {
        return pieces.isEmpty() ? 0 : pieces.characters(groups.from(group), groups.to(group));
    }

    void appendPieces(int group, EventBuffer out) {
        if (!pieces.isEmpty()) {
            out.append(pieces, groups.from(group), groups.to(group));
        }
    }

    void write(int index, int group, EventBuffer out) {
        template.write(index, this, group, out);
    }
}
