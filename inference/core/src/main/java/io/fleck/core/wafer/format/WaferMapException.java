package io.fleck.core.wafer.format;

import org.jspecify.annotations.Nullable;

/** A file of wafer maps that cannot be used: none of its wafers is. Says where and why. */
public final class WaferMapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;
    private final String reason;

    /**
     * An error with its place.
     *
     * @param file name of the file, as the caller gave it
     * @param line line from 1; 0 when it is the file as a whole
     * @param field keyword, column, attribute or element; empty when it is none
     * @param reason what is wrong: the value and what is allowed
     */
    public WaferMapException(String file, int line, String field, String reason, @Nullable Throwable cause) {
        super(message(file, line, field, reason), cause);
        this.file = file;
        this.line = line;
        this.field = field;
        this.reason = reason;
    }

    /** An error with its place, and no other behind it. */
    public WaferMapException(String file, int line, String field, String reason) {
        this(file, line, field, reason, null);
    }

    private static String message(String file, int line, String field, String reason) {
        String place = line > 0 ? file + " line " + line : file;
        return field.isEmpty() ? place + ": " + reason : place + ": " + field + ": " + reason;
    }

    /** The file, as the caller named it. */
    public String file() {
        return file;
    }

    /** Line from 1; 0 when it is the file as a whole. */
    public int line() {
        return line;
    }

    /** Keyword, column, attribute or element; empty when it is none. */
    public String field() {
        return field;
    }

    /** The value and what is allowed. */
    public String reason() {
        return reason;
    }
}
