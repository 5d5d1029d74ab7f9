package io.fleck.k8s.generate;

import java.util.stream.Collectors;

/** The Prometheus operator's resource for a plain file of rules. */
public final class MonitoringManifests {
    private static final String HEAD = """
            # Made from fleck.rules.yaml; a test fails when it differs. Rewrite it with
            # mvn verify -pl k8s/check -am -Dfleck.docs.write=true
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: fleck
              labels:
                app.kubernetes.io/name: fleck
            spec:
            """;

    private MonitoringManifests() {}

    /**
     * The resource.
     *
     * @param rules a file as Prometheus reads it
     */
    public static String rule(String rules) {
        return HEAD
                + rules.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.isBlank() ? line : "  " + line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
