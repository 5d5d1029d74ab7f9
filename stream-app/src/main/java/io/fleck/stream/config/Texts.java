package io.fleck.stream.config;

import java.time.Duration;

/** Writes values as a configuration file has them. */
final class Texts {
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final long STEP = 1024;

    private Texts() {}

    /** A size in the largest unit of which it is a whole number. */
    static String size(long bytes) {
        int unit = 0;
        long number = bytes;
        while (number != 0 && number % STEP == 0 && unit < SIZES.length - 1) {
            number /= STEP;
            unit++;
        }
        return number + SIZES[unit];
    }

    /** A duration in the largest unit of which it is a whole number. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
    }
}
