package io.fleck.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 60s} and sizes such as {@code 16MiB}. */
public final class Units {
    private static final Pattern QUANTITY = Pattern.compile("(\\d+)\\s*([a-zA-Z]+)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES =
            Map.of("b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "tib", 1L << 40);

    private Units() {}

    /**
     * A duration.
     *
     * @param text a whole number followed by ms, s, m, h or d
     * @throws IllegalArgumentException for anything else
     */
    public static Duration duration(String text) {
        return Duration.ofMillis(read(text, MILLIS, "a duration such as 500ms, 60s, 5m, 2h or 7d"));
    }

    /**
     * A size in bytes.
     *
     * @param text a whole number followed by B, KiB, MiB, GiB or TiB
     * @throws IllegalArgumentException for anything else
     */
    public static long bytes(String text) {
        return read(text, BYTES, "a size such as 512KiB, 16MiB or 2GiB");
    }

    private static long read(String text, Map<String, Long> units, String expected) {
        Matcher matcher = QUANTITY.matcher(text.trim());
        Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'" + text + "' is not " + expected);
        }
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is too large", e);
        }
    }
}
