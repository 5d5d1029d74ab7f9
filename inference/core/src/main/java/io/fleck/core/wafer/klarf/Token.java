package io.fleck.core.wafer.klarf;

/** Kinds of what a KLARF file is made of. */
enum Token {
    /** A keyword or a number. */
    WORD,
    /** A text between quotes. */
    TEXT,
    /** {@code ;} */
    SEMICOLON,
    /** <code>{</code>, in 1.8 only. */
    OPEN,
    /** <code>}</code>, in 1.8 only. */
    CLOSE,
    /** {@code ,} in 1.8 only. */
    COMMA,
    /** Nothing is left. */
    END
}
