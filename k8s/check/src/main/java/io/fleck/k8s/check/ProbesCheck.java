package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fleck.stream.admin.AdminServer;
import io.fleck.stream.admin.Health;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's probes and its scraper ask pages that it serves. A real server is asked: one of an application that
 * lives and is not ready.
 */
final class ProbesCheck implements CrossCheck {
    private static final int ALIVE = 200;
    private static final int NOT_READY = 503;

    private static final class Waiting implements Health {
        @Override
        public List<String> notReady() {
            return List.of("waiting");
        }

        @Override
        public List<String> notAlive() {
            return List.of();
        }
    }

    @Override
    public void check(Overlay overlay, Findings findings) {
        try (AdminServer server = AdminServer.start("127.0.0.1", 0, new CollectorRegistry(), new Waiting())) {
            overlay.applicationContainer().ifPresent(container -> container(container, server, findings));
            overlay.manifests().all(PodMonitor.class).stream()
                    .flatMap(monitor -> monitor.getSpec().getPodMetricsEndpoints().stream())
                    .forEach(endpoint -> answers(server, "PodMonitor", endpoint.getPath(), ALIVE, findings));
        }
    }

    private static void container(Container container, AdminServer server, Findings findings) {
        probe(server, "the start probe", container.getStartupProbe(), ALIVE, findings);
        probe(server, "the liveness probe", container.getLivenessProbe(), ALIVE, findings);
        probe(server, "the readiness probe", container.getReadinessProbe(), NOT_READY, findings);
    }

    private static void probe(AdminServer server, String what, @Nullable Probe probe, int expected, Findings findings) {
        findings.require(probe != null, what + " of the application is missing");
        if (probe != null && probe.getHttpGet() != null) {
            answers(server, what, probe.getHttpGet().getPath(), expected, findings);
        }
    }

    private static void answers(AdminServer server, String what, String path, int expected, Findings findings) {
        int answer = ask(server, path);
        findings.require(
                answer == expected,
                what + " asks " + path + ": the application answers " + answer + ", it has to answer " + expected
                        + " while it lives and is not ready");
    }

    private static int ask(AdminServer server, String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + server.port() + path)
                    .toURL()
                    .openConnection();
            int answer = connection.getResponseCode();
            connection.disconnect();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
