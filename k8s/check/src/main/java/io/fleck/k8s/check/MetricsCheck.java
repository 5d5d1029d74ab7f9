package io.fleck.k8s.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fleck.stream.metrics.InspectionMetrics;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules and dashboards ask only for metrics that the application has. */
final class MetricsCheck implements CrossCheck {
    private static final Pattern NAME = Pattern.compile("\\bfleck_[a-z_]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void check(Overlay overlay, Findings findings) {
        Set<String> known = known();
        for (PrometheusRule rules : overlay.manifests().all(PrometheusRule.class)) {
            rules.getSpec().getGroups().stream()
                    .flatMap(group -> group.getRules().stream())
                    .forEach(rule -> expression(
                            "rule " + rule.getAlert(),
                            String.valueOf(rule.getExpr().getStrVal()),
                            known,
                            findings));
        }
        for (ConfigMap map : overlay.manifests().all(ConfigMap.class)) {
            if (Overlay.labels(map.getMetadata().getLabels()).containsKey("grafana_dashboard")) {
                map.getData().forEach((file, text) -> dashboard(file, text, known, findings));
            }
        }
    }

    /** Every series by its full name: counters end in _total, histograms have buckets, sums and counts. */
    private static Set<String> known() {
        CollectorRegistry registry = new CollectorRegistry();
        InspectionMetrics unused = new InspectionMetrics(registry);
        Set<String> known = new HashSet<>();
        for (Collector.MetricFamilySamples family : Collections.list(registry.metricFamilySamples())) {
            known.addAll(Set.of(family.getNames()));
        }
        return known;
    }

    private static void dashboard(String file, String text, Set<String> known, Findings findings) {
        try {
            JsonNode dashboard = JSON.readTree(text);
            findings.require(
                    dashboard.path("uid").isTextual()
                            && dashboard.path("panels").size() > 0,
                    "dashboard " + file + " has no uid or no panels");
            dashboard
                    .findValuesAsText("expr")
                    .forEach(query -> expression("dashboard " + file, query, known, findings));
        } catch (JsonProcessingException e) {
            findings.require(false, "dashboard " + file + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void expression(String where, String query, Set<String> known, Findings findings) {
        Matcher names = NAME.matcher(query);
        while (names.find()) {
            findings.require(known.contains(names.group()), where + ": there is no metric " + names.group());
        }
    }
}
