package io.fleck.stream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.GeneratedPage;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InspectionMetricsTest {
    private final CollectorRegistry registry = new CollectorRegistry();
    private final InspectionMetrics metrics = new InspectionMetrics(registry);

    private double value(String name, String... labels) {
        String[] names = new String[labels.length / 2];
        String[] values = new String[labels.length / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels[2 * i];
            values[i] = labels[2 * i + 1];
        }
        Double value = registry.getSampleValue(name, names, values);
        return value == null ? 0 : value;
    }

    @Test
    void shouldBalanceReceivedAgainstOutcomes() {
        for (int i = 0; i < 7; i++) {
            metrics.frames().received();
        }
        metrics.frames().result("OK", 0.01);
        metrics.frames().result("OK", 0.01);
        metrics.frames().result("ANOMALY", 0.02);
        metrics.frames().deadLetter("TRUNCATED", 0.001);
        metrics.frames().aborted();
        assertThat(value("fleck_received_total")).isEqualTo(7);
        assertThat(value("fleck_results_total", "verdict", "OK")).isEqualTo(2);
        assertThat(value("fleck_results_total", "verdict", "ANOMALY")).isEqualTo(1);
        assertThat(value("fleck_dead_letters_total", "reason", "TRUNCATED")).isEqualTo(1);
        assertThat(value("fleck_aborted_total")).isEqualTo(1);
        assertThat(value("fleck_in_flight")).as("7 - 3 - 1 - 1").isEqualTo(2);
        assertThat(value("fleck_frame_seconds_count")).as("frames that ended").isEqualTo(4);
    }

    @Test
    void shouldMeasureStagesInSecondsAndSkipThoseThatDidNotRun() {
        metrics.stage("infer", 1_500_000_000L);
        metrics.stage("batch", -1);
        assertThat(value("fleck_stage_seconds_sum", "stage", "infer")).isEqualTo(1.5);
        assertThat(value("fleck_stage_seconds_count", "stage", "batch")).isZero();
    }

    @Test
    void shouldSayWhatIsAwayAndWhatIsLoaded() {
        metrics.away("registry", true);
        metrics.model("tiles", "3", "ab");
        assertThat(value("fleck_away", "dependency", "registry")).isEqualTo(1);
        metrics.away("registry", false);
        assertThat(value("fleck_away", "dependency", "registry")).isZero();
        assertThat(value("fleck_model_info", "name", "tiles", "version", "3", "digest", "ab"))
                .isEqualTo(1);
    }

    @Test
    void shouldDefineExactlyWhatItRegisters() {
        List<String> registered = Collections.list(registry.metricFamilySamples()).stream()
                .map(family -> family.type == Collector.Type.COUNTER ? family.name + "_total" : family.name)
                .toList();
        assertThat(metrics.definitions()).extracting(Definition::name).containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void shouldEqualTheCommittedPage() throws IOException {
        GeneratedPage.check("metrics.md", MetricsPage.render());
    }
}
