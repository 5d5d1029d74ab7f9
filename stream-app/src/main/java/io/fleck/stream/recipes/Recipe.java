package io.fleck.stream.recipes;

import io.fleck.avro.StationRecipe;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import io.fleck.stream.config.StationConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a station runs, every value in its range. It is whole: what it leaves out is not taken from the configuration file.
 *
 * @param station station id; {@link StationConfig#DEFAULT} stands for all that have neither a recipe nor a place in the
 *     configuration file
 * @param model name of the model in the configuration file
 * @param modelVersion version that has to be loaded under that name; empty means any
 * @param threshold a score strictly above is an anomaly
 * @param falseAlarmRate rate that the threshold is derived from, in (0, 1); excludes the threshold; with neither the model's
 *     own threshold holds
 * @param regionOfInterest part of the frame to inspect; {@code null} means all of it
 * @param bitWindow window for frames of more than 8 bits; {@code null} means the full range
 * @param deadline from 1 ms to a day from the record's timestamp to the batch; {@code null} means no limit
 * @param priority from -100 to 100, higher goes first
 */
public record Recipe(
        String station,
        String model,
        Optional<String> modelVersion,
        OptionalDouble threshold,
        OptionalDouble falseAlarmRate,
        @Nullable Rectangle regionOfInterest,
        @Nullable BitWindow bitWindow,
        @Nullable Duration deadline,
        int priority) {

    /** Checks the ranges. */
    public Recipe {
        requireName("station", station);
        requireName("model", model);
        requireVersion(modelVersion);
        requireOneThreshold(threshold, falseAlarmRate);
        requireDeadline(deadline);
        if (Math.abs((long) priority) > StationConfig.HIGHEST_PRIORITY) {
            throw new RecipeException("priority " + priority + "; allowed is a whole number from -"
                    + StationConfig.HIGHEST_PRIORITY + " to " + StationConfig.HIGHEST_PRIORITY);
        }
    }

    /**
     * The recipe in a record.
     *
     * @throws RecipeException when a value is out of its range, or the record asks for what this version does not have
     */
    public static Recipe of(StationRecipe record) {
        if (record.getGate() != null) {
            throw new RecipeException("gate '" + record.getGate() + "'; this version of Fleck has no gates");
        }
        return new Recipe(
                record.getStation(),
                record.getModel(),
                Optional.ofNullable(record.getModelVersion()),
                number(record.getThreshold()),
                number(record.getFalseAlarmRate()),
                region(record.getRegionOfInterest()),
                window(record.getBitWindow()),
                record.getDeadlineMillis() == null ? null : Duration.ofMillis(record.getDeadlineMillis()),
                record.getPriority());
    }

    /**
     * As a record for the topic.
     *
     * @param changedAt when it is written
     * @param changedBy who writes it
     */
    public StationRecipe record(Instant changedAt, String changedBy) {
        return StationRecipe.newBuilder()
                .setStation(station)
                .setModel(model)
                .setModelVersion(modelVersion.orElse(null))
                .setThreshold(nullable(threshold))
                .setFalseAlarmRate(nullable(falseAlarmRate))
                .setRegionOfInterest(
                        regionOfInterest == null
                                ? null
                                : new io.fleck.avro.Rectangle(
                                        regionOfInterest.x(),
                                        regionOfInterest.y(),
                                        regionOfInterest.width(),
                                        regionOfInterest.height()))
                .setBitWindow(bitWindow == null ? null : new io.fleck.avro.BitWindow(bitWindow.low(), bitWindow.high()))
                .setDeadlineMillis(deadline == null ? null : deadline.toMillis())
                .setPriority(priority)
                .setChangedAt(changedAt)
                .setChangedBy(changedBy)
                .build();
    }

    /** As the configuration file would say it, model version apart. */
    public StationConfig settings() {
        return new StationConfig(
                station,
                Optional.of(model),
                threshold,
                falseAlarmRate,
                regionOfInterest,
                bitWindow,
                deadline,
                priority);
    }

    /**
     * Refuses a model of another version than the one asked for.
     *
     * @param loaded version that is there under the model's name
     */
    public void requireModelVersion(String loaded) {
        modelVersion.filter(wanted -> !wanted.equals(loaded)).ifPresent(wanted -> {
            throw new RecipeException("model " + model + " is there in version " + loaded + ", not in " + wanted);
        });
    }

    private static void requireName(String field, String value) {
        if (!StationConfig.isName(value)) {
            throw new RecipeException(field + " '" + value + "'; allowed is " + StationConfig.NAMES);
        }
    }

    private static void requireVersion(Optional<String> version) {
        if (version.filter(String::isBlank).isPresent()) {
            throw new RecipeException("modelVersion is blank; leave it out for any version");
        }
    }

    private static void requireOneThreshold(OptionalDouble threshold, OptionalDouble rate) {
        if (threshold.isPresent() && rate.isPresent()) {
            throw new RecipeException("threshold " + threshold.getAsDouble() + " and falseAlarmRate "
                    + rate.getAsDouble() + " exclude each other; set one of them or neither");
        }
        if (threshold.isPresent() && !Double.isFinite(threshold.getAsDouble())) {
            throw new RecipeException("threshold " + threshold.getAsDouble() + "; allowed is a finite number");
        }
        if (rate.isPresent() && !(rate.getAsDouble() > 0 && rate.getAsDouble() < 1)) {
            throw new RecipeException("falseAlarmRate " + rate.getAsDouble() + "; allowed is above 0 and below 1");
        }
    }

    private static void requireDeadline(@Nullable Duration deadline) {
        if (deadline != null
                && (deadline.compareTo(Duration.ofMillis(1)) < 0
                        || deadline.compareTo(StationConfig.LONGEST_DEADLINE) > 0)) {
            throw new RecipeException("deadline of " + deadline.toMillis() + " ms; allowed is 1 ms to "
                    + StationConfig.LONGEST_DEADLINE.toMillis() + " ms (a day)");
        }
    }

    private static @Nullable Rectangle region(io.fleck.avro.@Nullable Rectangle area) {
        return area == null
                ? null
                : inField(
                        "regionOfInterest",
                        () -> new Rectangle(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
    }

    private static @Nullable BitWindow window(io.fleck.avro.@Nullable BitWindow window) {
        return window == null ? null : inField("bitWindow", () -> new BitWindow(window.getLow(), window.getHigh()));
    }

    /** A value whose own range is checked where it is made. */
    public static <T> T inField(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new RecipeException(field + ": " + e.getMessage(), e);
        }
    }

    private static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @SuppressWarnings("NullAway") // Avro's builder takes null for an absent value
    private static Double nullable(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
