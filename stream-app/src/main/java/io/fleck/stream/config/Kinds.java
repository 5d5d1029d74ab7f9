package io.fleck.stream.config;

import io.fleck.cli.Units;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds of values that settings have, beyond Kafka's own int, boolean, list and password. */
final class Kinds {
    static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
    static final String NAMES = "1 to 128 letters, digits, dots, dashes and underscores";

    private Kinds() {}

    /** A duration such as {@code 500ms}, from {@code least} to {@code most} (both written as durations). */
    static Kind<Duration> duration(String least, String most) {
        Duration from = Units.duration(least);
        Duration to = Units.duration(most);
        return new Kind<>(
                "duration",
                "a duration (ms, s, m, h, d) from " + least + " to " + most,
                checked(Units::duration, value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0));
    }

    /** A size such as {@code 16MiB}, from {@code least} to {@code most} (both written as sizes). */
    static Kind<Long> size(String least, String most) {
        long from = Units.bytes(least);
        long to = Units.bytes(most);
        return new Kind<>(
                "size",
                "a size (B, KiB, MiB, GiB, TiB) from " + least + " to " + most,
                checked(Units::bytes, value -> value >= from && value <= to));
    }

    /** A whole number from one to another, both included. */
    static Kind<Integer> wholeNumber(int least, int most) {
        return new Kind<>(
                "int",
                "a whole number from " + least + " to " + most,
                checked(Integer::valueOf, value -> value >= least && value <= most));
    }

    /** A number strictly between two. */
    static Kind<Double> between(double low, double high) {
        return new Kind<>(
                "number",
                "a number above " + low + " and below " + high,
                checked(Double::valueOf, value -> value > low && value < high));
    }

    /** A number from one to another, both included. */
    static Kind<Double> fromTo(double low, double high) {
        return new Kind<>(
                "number",
                "a number from " + low + " to " + high,
                checked(Double::valueOf, value -> value >= low && value <= high));
    }

    /** Any finite number. */
    static Kind<Double> finite() {
        return new Kind<>("number", "a finite number", checked(Double::valueOf, Double::isFinite));
    }

    /** A constant of an enum, written in lower case with underscores. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Kind<>(
                "word",
                "one of " + String.join(", ", names),
                checked(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)), constant -> true));
    }

    /** A name as Kafka and file systems take it. */
    static Kind<String> name() {
        return new Kind<>("name", NAMES, checked(text -> text, text -> text.matches(NAME_PATTERN)));
    }

    /** Any text. */
    static Kind<String> text(String allowed) {
        return new Kind<>("text", allowed, checked(text -> text, text -> !text.isEmpty()));
    }

    /** A file or folder; a relative one starts at the configuration file's folder. */
    static Kind<Path> path() {
        return new Kind<>("path", "a path; a relative one starts at this file's folder", Path::of);
    }

    /** Several of a kind, separated by commas. */
    static <T> Kind<List<T>> listOf(Kind<T> kind, String allowed) {
        return new Kind<>(
                "list",
                allowed,
                text -> Arrays.stream(text.split(",", -1))
                        .map(part -> kind.reader().apply(part.trim()))
                        .toList());
    }

    /** {@code x,y,width,height} in pixels. */
    static Kind<Rectangle> rectangle() {
        return new Kind<>("rectangle", "x,y,width,height in pixels, width and height at least 1", text -> {
            int[] part = integers(text, 4);
            return new Rectangle(part[0], part[1], part[2], part[3]);
        });
    }

    /** {@code low,high} in sample values. */
    static Kind<BitWindow> window() {
        return new Kind<>("window", "low,high with 0 <= low < high <= 65535", text -> {
            int[] part = integers(text, 2);
            return new BitWindow(part[0], part[1]);
        });
    }

    private static int[] integers(String text, int count) {
        int[] numbers = Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .mapToInt(Integer::parseInt)
                .toArray();
        if (numbers.length != count) {
            throw new IllegalArgumentException(numbers.length + " numbers, expected " + count);
        }
        return numbers;
    }

    private static <T> Function<String, T> checked(Function<String, T> reader, Predicate<T> allowed) {
        return text -> {
            T value = reader.apply(text);
            if (!allowed.test(value)) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        };
    }
}
