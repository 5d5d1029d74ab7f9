package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import java.nio.charset.StandardCharsets;

/** Splits a file into tokens, one at a time, and knows their lines. A semicolon may touch the value before it. */
final class KlarfScanner {
    private final MapFile file;
    private final byte[] bytes;
    private final boolean braces;
    private final Decimals decimals;
    private int at;
    private int line = 1;
    private int from;
    private int to;
    private int tokenLine = 1;
    private Token kind = Token.END;

    /** With braces and commas as tokens (1.8) or as parts of words (1.1, 1.2). */
    KlarfScanner(MapFile file, boolean braces) {
        this.file = file;
        this.bytes = file.content();
        this.braces = braces;
        this.decimals = new Decimals(bytes);
        skipMark();
    }

    private void skipMark() {
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    /** Moves to the next token. */
    Token next() {
        skipBlanks();
        tokenLine = line;
        from = at;
        kind = at == bytes.length ? Token.END : punctuation(bytes[at]);
        switch (kind) {
            case TEXT -> quoted();
            case WORD -> word();
            case END -> to = at;
            default -> to = ++at;
        }
        return kind;
    }

    private void skipBlanks() {
        while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
            if (bytes[at] == '\n') {
                line++;
            }
            at++;
        }
    }

    private Token punctuation(byte first) {
        return switch (first) {
            case ';' -> Token.SEMICOLON;
            case '"' -> Token.TEXT;
            case '{' -> braces ? Token.OPEN : Token.WORD;
            case '}' -> braces ? Token.CLOSE : Token.WORD;
            case ',' -> braces ? Token.COMMA : Token.WORD;
            default -> Token.WORD;
        };
    }

    private void word() {
        at++;
        while (at < bytes.length && (bytes[at] < 0 || bytes[at] > ' ') && punctuation(bytes[at]) == Token.WORD) {
            at++;
        }
        to = at;
    }

    private void quoted() {
        int start = ++at;
        while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\n') {
            at++;
        }
        if (at == bytes.length || bytes[at] != '"') {
            throw error("", "a text begins with a quote and does not end on its line");
        }
        from = start;
        to = at++;
    }

    /** Kind of the token at hand. */
    Token kind() {
        return kind;
    }

    /** Line of the token at hand, from 1. */
    int line() {
        return tokenLine;
    }

    /** The token at hand as text; a quoted one without its quotes. */
    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The token at hand as a finite number; the field is for the error. */
    double number(String field) {
        double value = kind == Token.WORD || kind == Token.TEXT ? decimals.number(from, to) : Double.NaN;
        if (Double.isNaN(value)) {
            throw error(field, "it is " + shown() + "; it must be a number");
        }
        return value;
    }

    /** The token at hand as a whole number; the field is for the error. */
    int integer(String field) {
        double value = number(field);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw error(field, "it is " + shown() + "; it must be a whole number");
        }
        return (int) value;
    }

    /** The token at hand for an error: never more than a line's worth. */
    String shown() {
        String text = kind == Token.END ? "the end of the file" : "'" + text() + "'";
        return text.length() > 60 ? text.substring(0, 60) + "...'" : text;
    }

    /** An error at the token at hand. */
    WaferMapException error(String field, String reason) {
        return error(tokenLine, field, reason);
    }

    /** An error at a line. */
    WaferMapException error(int atLine, String field, String reason) {
        return new WaferMapException(file.name(), atLine, field, reason);
    }

    /** Refuses any other token than this one. */
    void require(Token expected, String field, String what) {
        if (kind != expected) {
            throw error(field, "there is " + shown() + " where " + what + " must stand");
        }
    }
}
