package io.fleck.stream.config;

import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * What one station inspects with.
 *
 * @param id station id as frames carry it
 * @param model name of the model; empty means the only one
 * @param threshold own threshold
 * @param falseAlarmRate rate that the threshold is to be derived from; excludes the threshold
 * @param regionOfInterest part of the frame to inspect; {@code null} means all of it
 * @param bitWindow window for frames of more than 8 bits; {@code null} means the full range
 * @param deadline longest time from the record's timestamp to the batch; {@code null} means no limit
 * @param priority higher goes first; 0 is the default
 */
public record StationConfig(
        String id,
        Optional<String> model,
        OptionalDouble threshold,
        OptionalDouble falseAlarmRate,
        @Nullable Rectangle regionOfInterest,
        @Nullable BitWindow bitWindow,
        @Nullable Duration deadline,
        int priority) {
    /** Name of the station that stands for all that are not listed. */
    public static final String DEFAULT = "default";

    /** Priorities go from minus this to this. */
    public static final int HIGHEST_PRIORITY = 100;
    /** The longest deadline; the shortest is a millisecond. */
    public static final Duration LONGEST_DEADLINE = Duration.ofDays(1);
    /** How stations and models may be called, in words. */
    public static final String NAMES = Kinds.NAMES;

    static final Family FAMILY = new Family("stations.");
    private static final String MODEL = "model";
    private static final String THRESHOLD = "threshold";
    private static final String RATE = "false-alarm-rate";
    private static final String REGION = "region-of-interest";
    private static final String WINDOW = "bit-window";
    private static final String DEADLINE = "deadline";
    private static final String PRIORITY = "priority";
    private static final Kind<Double> RATE_KIND = Kinds.between(0, 1);
    private static final Kind<Duration> DEADLINE_KIND = Kinds.duration("1ms", Texts.duration(LONGEST_DEADLINE));

    /** Refuses a threshold beside a rate. */
    public StationConfig {
        if (threshold.isPresent() && falseAlarmRate.isPresent()) {
            throw new ConfigurationException(FAMILY.key(id, THRESHOLD) + " and " + FAMILY.key(id, RATE)
                    + " exclude each other; set one of them or neither");
        }
    }

    /** Whether a station or a model may be called so. */
    public static boolean isName(String text) {
        return text.matches(Kinds.NAME_PATTERN);
    }

    static void define(ConfigDef keys, String id) {
        new Section(keys, "Stations")
                .optional(
                        FAMILY.key(id, MODEL),
                        Kinds.name(),
                        "Model of the station; may be left out where only one is configured. The station named default"
                                + " stands for all that are not listed; without it a frame of a station that is not"
                                + " listed is a dead letter.")
                .optional(
                        FAMILY.key(id, THRESHOLD),
                        Kinds.finite(),
                        "A score strictly above is an anomaly. Default: the threshold of the model's calibration.")
                .optional(
                        FAMILY.key(id, RATE),
                        RATE_KIND,
                        "Takes the threshold that the model's calibration certifies for this rate of false alarms."
                                + " Excludes threshold.")
                .optional(
                        FAMILY.key(id, REGION), Kinds.rectangle(), "Part of the frame to inspect. Default: all of it.")
                .optional(
                        FAMILY.key(id, WINDOW),
                        Kinds.window(),
                        "Sample values of frames of more than 8 bits that become black and white. Default: the full"
                                + " range.")
                .optional(
                        FAMILY.key(id, DEADLINE),
                        DEADLINE_KIND,
                        "A frame that still waits for its batch this long after its record's timestamp ends with the"
                                + " verdict SHED. Default: never.")
                .integer(
                        FAMILY.key(id, PRIORITY),
                        0,
                        -HIGHEST_PRIORITY,
                        HIGHEST_PRIORITY,
                        "Frames of stations with a higher number go into a batch first.");
    }

    static StationConfig read(AbstractConfig values, String id) {
        return new StationConfig(
                id,
                Kinds.name().find(values, FAMILY.key(id, MODEL)),
                number(Kinds.finite().find(values, FAMILY.key(id, THRESHOLD))),
                number(RATE_KIND.find(values, FAMILY.key(id, RATE))),
                Kinds.rectangle().find(values, FAMILY.key(id, REGION)).orElse(null),
                Kinds.window().find(values, FAMILY.key(id, WINDOW)).orElse(null),
                DEADLINE_KIND.find(values, FAMILY.key(id, DEADLINE)).orElse(null),
                values.getInt(FAMILY.key(id, PRIORITY)));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
