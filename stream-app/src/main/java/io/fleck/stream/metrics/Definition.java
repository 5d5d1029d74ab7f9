package io.fleck.stream.metrics;

import io.prometheus.client.Collector;
import java.util.List;

/**
 * One metric as the page shows it.
 *
 * @param name as Prometheus sees it
 * @param type counter, gauge or histogram
 * @param labels names of its labels
 * @param help what it means, one sentence
 */
record Definition(String name, Collector.Type type, List<String> labels, String help) {}
