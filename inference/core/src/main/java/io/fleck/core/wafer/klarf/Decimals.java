package io.fleck.core.wafer.klarf;

import java.nio.charset.StandardCharsets;

/**
 * Numbers in ASCII, read where they stand. Most need no text object: up to 15 digits and a power of ten to 22 are exact
 * in a double after one multiplication or division (Clinger 1990, the fast path); the others take the long way.
 */
final class Decimals {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXPONENT_LIMIT = 10_000;

    private final byte[] bytes;
    private int at;
    private int end;
    private long mantissa;
    private int digits;
    private int scale;

    Decimals(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The number between two places.
     *
     * @return finite, or NaN where no such number stands there
     */
    double number(int from, int to) {
        at = from;
        end = to;
        mantissa = 0;
        digits = 0;
        scale = 0;
        boolean negative = sign();
        int seen = digits(false);
        if (at < end && bytes[at] == '.') {
            at++;
            seen += digits(true);
        }
        if (seen == 0 || !exponent() || at != end) {
            return Double.NaN;
        }
        if (digits > EXACT_DIGITS || Math.abs(scale) >= POWERS.length) {
            return finite(Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII)));
        }
        double value = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
        return negative ? -value : value;
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private boolean sign() {
        boolean negative = at < end && bytes[at] == '-';
        if (negative || (at < end && bytes[at] == '+')) {
            at++;
        }
        return negative;
    }

    private int digits(boolean fraction) {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            if (digits <= EXACT_DIGITS) {
                mantissa = mantissa * 10 + (bytes[at] - '0');
                digits += mantissa == 0 ? 0 : 1;
            }
            scale -= fraction ? 1 : 0;
            at++;
        }
        return at - start;
    }

    /** False where an exponent begins and does not end. */
    private boolean exponent() {
        if (at == end || (bytes[at] != 'e' && bytes[at] != 'E')) {
            return true;
        }
        at++;
        boolean negative = sign();
        int start = at;
        int value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = Math.min(value * 10 + (bytes[at] - '0'), EXPONENT_LIMIT);
            at++;
        }
        scale += negative ? -value : value;
        return at > start;
    }
}
