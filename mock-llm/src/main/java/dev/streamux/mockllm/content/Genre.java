package dev.streamux.mockllm.content;

/** Kinds of our own texts. */
public enum Genre {
    /** Plain paragraphs. */
    PROSE,
    /** Headings, lists, tables, code, mathematics and links. */
    MARKDOWN,
    /** Chinese, Japanese, Korean, Arabic, Hebrew, Hindi, Thai and others, emoji, and very long words. */
    WORLD,
    /** Prose and Markdown in turn. */
    MIXED
}
