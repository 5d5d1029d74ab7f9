package io.fleck.core.wafer.semi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a bin's code is written. */
enum BinType {
    /** One character a die; its code point is the bin. */
    ASCII(1, 0),
    /** Three decimal digits a die, between blanks or without. */
    DECIMAL(3, 10),
    /** Two hexadecimal digits a die. */
    HEXADECIMAL(2, 16),
    /** Four hexadecimal digits a die. */
    INTEGER2(4, 16);

    /** What {@link #value} gives for a code that is none. */
    static final int NONE = -1;

    private final int width;
    private final int radix;

    BinType(int width, int radix) {
        this.width = width;
        this.radix = radix;
    }

    /** By the name that a file gives, in any case. */
    static Optional<BinType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Characters of a code in a row. */
    int width() {
        return width;
    }

    /** Whether codes may stand between blanks. */
    boolean spaced() {
        return this != ASCII;
    }

    /** The bin of a code as definitions write it, with or without leading zeros; {@link #NONE} when it is no code. */
    int value(String code) {
        if (this == ASCII) {
            return code.codePointCount(0, code.length()) == 1 ? code.codePointAt(0) : NONE;
        }
        return code.length() > width ? NONE : digits(code, 0, code.length());
    }

    /** The bin of the code between two places of a row; {@link #NONE} when it is no code. */
    int value(String row, int from, int to) {
        return this == ASCII ? row.charAt(from) : digits(row, from, to);
    }

    private int digits(String row, int from, int to) {
        int value = from == to ? NONE : 0;
        for (int i = from; i < to && value != NONE; i++) {
            int digit = Character.digit(row.charAt(i), radix);
            value = digit < 0 || row.charAt(i) > 'f' ? NONE : value * radix + digit;
        }
        return value;
    }
}
