package io.fleck.stream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KafkaCollectorTest {
    private final Map<MetricName, Metric> metrics = new LinkedHashMap<>();
    private final CollectorRegistry registry = new CollectorRegistry();

    private record Fixed(MetricName metricName, Object value) implements Metric {
        @Override
        public Object metricValue() {
            if (value instanceof RuntimeException gone) {
                throw gone;
            }
            return value;
        }
    }

    @BeforeEach
    void register() {
        registry.register(new KafkaCollector(() -> metrics));
    }

    private void add(String group, String name, Map<String, String> tags, Object value) {
        MetricName id = new MetricName(name, group, "What it is", tags);
        metrics.put(id, new Fixed(id, value));
    }

    @Test
    void shouldNameMetricsByGroupAndTagThem() {
        add("consumer-fetch-manager-metrics", "records-lag", Map.of("client-id", "c", "partition", "3"), 12.0);
        assertThat(registry.getSampleValue(
                        "kafka_consumer_fetch_manager_records_lag",
                        new String[] {"client_id", "partition"},
                        new String[] {"c", "3"}))
                .isEqualTo(12.0);
    }

    @Test
    void shouldTakeTotalsForCounters() {
        add("stream-thread-metrics", "process-total", Map.of("thread-id", "t"), 7L);
        assertThat(registry.getSampleValue(
                        "kafka_stream_thread_process_total", new String[] {"thread_id"}, new String[] {"t"}))
                .isEqualTo(7.0);
    }

    @Test
    void shouldLeaveOutWhatIsNoNumberOrIsGone() {
        add("g", "text", Map.of(), "RUNNING");
        add("g", "nan", Map.of(), Double.NaN);
        add("g", "gone", Map.of(), new IllegalStateException("closed"));
        add("g", "number", Map.of(), 1);
        assertThat(registry.metricFamilySamples().nextElement().name).isEqualTo("kafka_g_number");
    }

    @Test
    void shouldNeverGiveASeriesTwice() {
        add("g", "a-b", Map.of("client-id", "x"), 1);
        add("g", "a.b", Map.of("client.id", "x"), 2);
        assertThat(registry.metricFamilySamples().nextElement().samples)
                .as("samples of kafka_g_a_b")
                .hasSize(1);
    }
}
