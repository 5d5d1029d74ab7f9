package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.format.ReadLimits;
import java.util.Arrays;

/** The codes of a map as its rows are read: every row as long as the first. Grows up to a limit. */
final class BinRows {
    private static final int START = 4_096;

    private final XmlEvents xml;
    private final ReadLimits limits;
    private final BinType type;
    private final boolean blankIsCode;
    private int[] codes = new int[START];
    private int count;
    private int rows;
    private int columns;

    /** With blanks as codes of their own, or between codes. */
    BinRows(XmlEvents xml, ReadLimits limits, BinType type, boolean blankIsCode) {
        this.xml = xml;
        this.limits = limits;
        this.type = type;
        this.blankIsCode = blankIsCode;
    }

    /** Takes the text of an element: a row, or several on lines of their own. */
    void add(String element, String text) {
        int before = rows;
        text.lines()
                .map(line -> blankIsCode ? line : line.strip())
                .filter(line -> !line.isBlank() || (blankIsCode && !line.isEmpty()))
                .forEach(line -> row(element, line));
        if (rows == before) {
            throw xml.error(element, "row " + (rows + 1) + " is empty");
        }
    }

    private void row(String element, String line) {
        int start = count;
        boolean spaced = type.spaced() && line.chars().anyMatch(c -> c == ' ' || c == '\t');
        int at = 0;
        while (at < line.length()) {
            int end = spaced ? blankAfter(line, at) : Math.min(at + type.width(), line.length());
            code(element, line, at, end, spaced);
            at = spaced ? codeAfter(line, end) : end;
        }
        rows++;
        if (rows == 1) {
            columns = count;
        } else if (count - start != columns) {
            throw xml.error(
                    element, "row " + rows + " has " + (count - start) + " dies, the rows before have " + columns);
        }
    }

    private static int blankAfter(String line, int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    private static int codeAfter(String line, int at) {
        int next = at;
        while (next < line.length() && line.charAt(next) <= ' ') {
            next++;
        }
        return next;
    }

    private void code(String element, String line, int from, int to, boolean spaced) {
        int code = to - from > type.width() ? BinType.NONE : type.value(line, from, to);
        boolean torn = to - from < type.width() && !(spaced && type == BinType.DECIMAL);
        if (code == BinType.NONE || (torn && line.length() >= type.width())) {
            throw xml.error(
                    element,
                    "row " + (rows + 1) + " has '" + line.substring(from, Math.min(to, from + 20)) + "'; a code is "
                            + type.width() + (type == BinType.ASCII ? " character" : " digits") + ", " + type);
        }
        if (count == limits.maxDies()) {
            throw xml.error(element, "the map has more than " + limits.maxDies() + " places");
        }
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, (int) Math.min(2L * count, limits.maxDies()));
        }
        codes[count++] = code;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The codes, row by row as the file has them. */
    int[] codes() {
        return Arrays.copyOf(codes, count);
    }
}
