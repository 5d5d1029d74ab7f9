package io.fleck.fitting.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written. */
final class Texts {
    private Texts() {}

    /** In pixels, to a hundredth. */
    static String coordinate(double value) {
        return plain(value, "0.##");
    }

    /** A figure in [0, 1], to four digits; a dash where it does not exist. */
    static String figure(OptionalDouble value) {
        return value.isPresent() ? plain(value.getAsDouble(), "0.0000") : "\u2013";
    }

    /** A part of a whole, for example {@code 2.1 %}. */
    static String percent(double value) {
        return plain(value * 100, "0.##") + "\u00a0%";
    }

    /** A score or a rate, to four significant digits. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        int digits = (int) Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))));
        return digits > 9
                ? String.format(Locale.ROOT, "%.3e", value)
                : plain(value, digits == 0 ? "0" : "0." + "#".repeat(digits));
    }

    private static String plain(double value, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value + 0.0);
    }
}
