package io.fleck.stream.metrics;

import io.prometheus.client.CollectorRegistry;
import java.util.Locale;

/** The page docs/metrics.md, written from the metrics themselves. */
final class MetricsPage {
    private static final String HEAD = """
            # Metrics

            Generated from io.fleck.stream.metrics; a test fails when it differs. Rewrite it with
            `mvn verify -pl stream-app -am -Dfleck.docs.write=true`.

            `GET /metrics` on `admin.host`:`admin.port` serves them in Prometheus' text format, together with the JVM's
            own (`jvm_*`, `process_*`) and those of Kafka Streams and its clients (`kafka_*`).

            At any time `fleck_received_total` = `fleck_results_total` (all verdicts) + `fleck_dead_letters_total` +
            `fleck_aborted_total` + `fleck_in_flight`. They count what one process did: a frame that was aborted is
            counted again when it is read again, so totals over restarts come from the topics.

            | metric | type | labels | meaning |
            |---|---|---|---|
            """;

    private MetricsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        new InspectionMetrics(new CollectorRegistry()).definitions().forEach(metric -> page.append(row(metric)));
        return page.toString();
    }

    private static String row(Definition metric) {
        return String.join(
                " | ",
                "| `" + metric.name() + "`",
                metric.type().name().toLowerCase(Locale.ROOT),
                String.join(", ", metric.labels()),
                metric.help() + " |\n");
    }
}
