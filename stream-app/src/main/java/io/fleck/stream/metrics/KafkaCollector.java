package io.fleck.stream.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka's own metrics as {@code kafka_GROUP_NAME}, read at each scrape. Metrics that are no numbers are left out, and so
 * are those that vanish while a rebalance goes on.
 */
public final class KafkaCollector extends Collector {
    private static final String TOTAL = "_total";

    private final Supplier<Map<MetricName, ? extends Metric>> source;

    /** A collector over {@code KafkaStreams::metrics} or its like. */
    public KafkaCollector(Supplier<Map<MetricName, ? extends Metric>> source) {
        this.source = source;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Map<String, Family> families = new LinkedHashMap<>();
        source.get()
                .forEach((name, metric) -> number(metric)
                        .ifPresent(value -> families.computeIfAbsent(familyName(name), key -> new Family(key, name))
                                .add(name, value)));
        return families.values().stream().map(Family::samples).toList();
    }

    private static OptionalDouble number(Metric metric) {
        try {
            return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                    ? OptionalDouble.of(number.doubleValue())
                    : OptionalDouble.empty();
        } catch (RuntimeException e) {
            // Its owner was closed between listing and reading.
            return OptionalDouble.empty();
        }
    }

    private static String familyName(MetricName name) {
        String group = name.group().replaceFirst("-metrics$", "");
        return sanitizeMetricName(
                "kafka_" + (group + "_" + name.name()).replace('-', '_').replace('.', '_'));
    }

    /** One metric with all its label values. */
    private static final class Family {
        private final String name;
        private final boolean counter;
        private final String help;
        private final List<MetricFamilySamples.Sample> samples = new ArrayList<>();
        private final Set<Map<String, String>> seen = new HashSet<>();

        Family(String name, MetricName metric) {
            this.counter = name.endsWith(TOTAL);
            this.name = counter ? name.substring(0, name.length() - TOTAL.length()) : name;
            this.help = metric.description().isBlank() ? name : metric.description();
        }

        /** Two metrics may differ only in what sanitizing removes: Prometheus refuses a series that comes twice. */
        void add(MetricName metric, double value) {
            Map<String, String> labels = new TreeMap<>();
            metric.tags()
                    .forEach(
                            (key, text) -> labels.put(sanitizeMetricName(key).replace(':', '_'), String.valueOf(text)));
            if (seen.add(labels)) {
                samples.add(new MetricFamilySamples.Sample(
                        counter ? name + TOTAL : name,
                        List.copyOf(labels.keySet()),
                        List.copyOf(labels.values()),
                        value));
            }
        }

        MetricFamilySamples samples() {
            return new MetricFamilySamples(name, counter ? Type.COUNTER : Type.GAUGE, help, samples);
        }
    }
}
