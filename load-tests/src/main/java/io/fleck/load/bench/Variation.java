package io.fleck.load.bench;

import io.fleck.load.bench.process.AppSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings that differ from the application's defaults.
 *
 * @param settings by key; empty is the defaults
 */
record Variation(Map<String, String> settings) {
    /** The application as it comes. */
    static final Variation DEFAULTS = new Variation(Map.of());

    /** What decides how long a frame waits while there is little to do. */
    private static final Map<String, List<String>> USUAL = new TreeMap<>(Map.of(
            "batch.max.delay", List.of("0ms", "1ms", "5ms", "20ms"),
            "commit.interval", List.of("10ms", "25ms", "50ms", "200ms"),
            "poll.interval", List.of("1ms", "2ms", "20ms", "100ms"),
            "kafka.producer.linger.ms", List.of("0", "5", "20")));

    Variation {
        settings = Map.copyOf(settings);
    }

    /** One setting changed to one value. */
    static Variation of(String key, String value) {
        return new Variation(Map.of(key, value));
    }

    /** One variation for each value of each key, such as {@code commit.interval=10ms,50ms}. */
    static List<Variation> parse(Map<String, String> vary) {
        List<Variation> variations = new ArrayList<>();
        vary.forEach((key, values) -> {
            for (String value : values.split(",", -1)) {
                variations.add(of(key, value.strip()));
            }
        });
        return variations;
    }

    /** The usual ones among those that the application takes. */
    static List<Variation> usual(Map<String, String> settings) {
        List<Variation> variations = new ArrayList<>();
        USUAL.forEach((key, values) -> values.stream()
                .filter(value -> AppSettings.takes(settings, key, value))
                .map(value -> of(key, value))
                .forEach(variations::add));
        return variations;
    }

    /** In words, for tables. */
    String label() {
        return settings.isEmpty()
                ? "defaults"
                : String.join(
                        " ",
                        settings.entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue())
                                .sorted()
                                .toList());
    }
}
