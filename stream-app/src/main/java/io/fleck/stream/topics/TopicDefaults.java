package io.fleck.stream.topics;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The settings that each topic starts from.
 *
 * <p>Frames are large and soon worthless, so their size bounds them before their age does: a line of 5 MB/s fills
 * 10 GiB in about half an hour. What is small and wanted for traceability is kept by age.
 */
final class TopicDefaults {
    private static final int PARTITIONS = 6;
    private static final int MIB = 1 << 20;
    private static final long GIB = 1L << 30;
    /** Kafka's own limit is this and 12 bytes; a round figure reads better in a plan. */
    private static final int SMALL = MIB;

    private TopicDefaults() {}

    static TopicSettings of(Topic topic) {
        return switch (topic) {
            case FRAMES -> bounded(Duration.ofDays(7), 10 * GIB, 20 * MIB);
            case WAFER_MAPS -> bounded(Duration.ofDays(30), 5 * GIB, 20 * MIB);
            case RESULTS -> bounded(Duration.ofDays(30), 5 * GIB, SMALL);
            case ANOMALIES -> bounded(Duration.ofDays(90), 5 * GIB, 4 * MIB);
            case MASKS -> bounded(Duration.ofDays(30), 5 * GIB, 8 * MIB);
            case ALERTS, NOVEL_PATTERNS, LOT_SUMMARIES -> bounded(Duration.ofDays(90), GIB, SMALL);
            case DEAD_LETTERS -> bounded(Duration.ofDays(14), 5 * GIB, 21 * MIB);
            case PREVIEWS -> bounded(Duration.ofHours(1), GIB, SMALL);
            case FEEDBACK -> bounded(Duration.ofDays(365), GIB, SMALL);
            case RECIPES, WAFER_CLASSES -> latest();
        };
    }

    private static TopicSettings bounded(Duration time, long bytes, int maxMessageBytes) {
        return new TopicSettings(PARTITIONS, OptionalInt.empty(), new Retention.Bounded(time, bytes), maxMessageBytes);
    }

    /** One partition: every instance reads all of it, and its records keep one order. */
    private static TopicSettings latest() {
        return new TopicSettings(1, OptionalInt.empty(), new Retention.Latest(), SMALL);
    }
}
