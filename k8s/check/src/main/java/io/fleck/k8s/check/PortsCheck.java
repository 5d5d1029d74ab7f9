package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fleck.stream.config.AdminConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Every port that is named is one that a container opens, and the application opens the one that it is told to. */
final class PortsCheck implements CrossCheck {
    private static final String ADMIN = "admin";

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.manifests().all(Service.class).forEach(service -> service(overlay, service, findings));
        overlay.manifests().all(PodMonitor.class).forEach(monitor -> monitor(overlay, monitor, findings));
        overlay.deployments()
                .forEach(deployment ->
                        Overlay.containers(deployment).forEach(container -> probes(deployment, container, findings)));
        overlay.configuration().config().ifPresent(config -> admin(overlay, config.admin(), findings));
    }

    private static void service(Overlay overlay, Service service, Findings findings) {
        String name = "Service " + service.getMetadata().getName();
        for (ServicePort port : service.getSpec().getPorts()) {
            findings.require(
                    selected(overlay, Overlay.labels(service.getSpec().getSelector()))
                            .anyMatch(container ->
                                    number(container, port.getTargetPort()).isPresent()),
                    name + ": no container opens its target port " + text(port.getTargetPort()));
        }
    }

    private static void monitor(Overlay overlay, PodMonitor monitor, Findings findings) {
        for (PodMetricsEndpoint endpoint : monitor.getSpec().getPodMetricsEndpoints()) {
            findings.require(
                    selected(
                                    overlay,
                                    Overlay.labels(
                                            monitor.getSpec().getSelector().getMatchLabels()))
                            .anyMatch(container -> number(container, new IntOrString(endpoint.getPort()))
                                    .isPresent()),
                    "PodMonitor " + monitor.getMetadata().getName() + ": no container opens its port "
                            + endpoint.getPort());
        }
    }

    private static void probes(Deployment deployment, Container container, Findings findings) {
        for (Probe probe : probes(container)) {
            findings.require(
                    probe.getHttpGet() != null
                            && number(container, probe.getHttpGet().getPort()).isPresent(),
                    "Deployment " + deployment.getMetadata().getName()
                            + ": a probe asks a port that its container does not open");
        }
    }

    static List<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void admin(Overlay overlay, AdminConfig admin, Findings findings) {
        OptionalInt port = overlay.applicationContainer()
                .map(container -> number(container, new IntOrString(ADMIN)))
                .orElseGet(OptionalInt::empty);
        findings.require(
                port.isPresent() && port.getAsInt() == admin.port(),
                "the application listens on admin.port=" + admin.port() + ", its container's port admin is "
                        + (port.isPresent() ? port.getAsInt() : "not there"));
        findings.require(
                admin.host().equals("0.0.0.0"),
                "admin.host=" + admin.host() + " is not reached by probes; it has to be 0.0.0.0");
    }

    private static Stream<Container> selected(Overlay overlay, Map<String, String> selector) {
        return overlay.deployments().stream()
                .filter(deployment -> Overlay.selects(selector, Overlay.podLabels(deployment)))
                .flatMap(deployment -> Overlay.containers(deployment).stream());
    }

    private static OptionalInt number(Container container, IntOrString wanted) {
        return container.getPorts().stream()
                .filter(port -> wanted.getStrVal() == null
                        ? port.getContainerPort().equals(wanted.getIntVal())
                        : wanted.getStrVal().equals(port.getName()))
                .mapToInt(ContainerPort::getContainerPort)
                .findFirst();
    }

    private static String text(IntOrString port) {
        return port.getStrVal() == null ? String.valueOf(port.getIntVal()) : port.getStrVal();
    }
}
