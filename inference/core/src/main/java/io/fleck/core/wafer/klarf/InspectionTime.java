package io.fleck.core.wafer.klarf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ResultTimestamp}: month-day-year with two or four digits, or year-month-day. Tools write no time zone; their
 * clock is taken as UTC.
 */
final class InspectionTime {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.\\d+)?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{2}|\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final int CENTURY = 100;
    /** Two digits from here on are of the last century: no tool wrote KLARF before. */
    private static final int PIVOT = 70;

    private InspectionTime() {}

    /** The time of these two texts; empty when they are none. */
    static Optional<Instant> of(String date, String time) {
        Matcher monthFirst = MONTH_FIRST.matcher(date);
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        Matcher clock = TIME.matcher(time);
        if (!clock.matches()) {
            return Optional.empty();
        }
        if (yearFirst.matches()) {
            return at(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), clock);
        }
        if (monthFirst.matches()) {
            return at(year(number(monthFirst, 3)), number(monthFirst, 1), number(monthFirst, 2), clock);
        }
        return Optional.empty();
    }

    private static int year(int written) {
        if (written >= CENTURY) {
            return written;
        }
        return written < PIVOT ? 2000 + written : 1900 + written;
    }

    private static Optional<Instant> at(int year, int month, int day, Matcher clock) {
        @Nullable LocalDateTime time;
        try {
            time = LocalDateTime.of(year, month, day, number(clock, 1), number(clock, 2), number(clock, 3));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of(time.toInstant(ZoneOffset.UTC));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
