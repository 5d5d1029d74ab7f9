package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;

/** Pods run as nobody in particular, write only to volumes, may do nothing to the kernel and know nothing of the API. */
final class HardeningCheck implements CrossCheck {
    private static final String LEVEL = "pod-security.kubernetes.io/enforce";

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.deployments().forEach(deployment -> {
            pod(deployment, findings);
            Overlay.containers(deployment).forEach(container -> container(deployment, container, findings));
        });
        List<Namespace> namespaces = overlay.manifests().all(Namespace.class);
        findings.requireEqual("the number of namespaces", namespaces.size(), 1);
        namespaces.forEach(namespace -> findings.requireEqual(
                LEVEL + " of the namespace",
                Overlay.labels(namespace.getMetadata().getLabels()).getOrDefault(LEVEL, "(none)"),
                "restricted"));
    }

    private static void pod(Deployment deployment, Findings findings) {
        String name = "Deployment " + deployment.getMetadata().getName() + ": ";
        PodSecurityContext context = Overlay.pod(deployment).getSecurityContext();
        findings.require(
                context != null && Boolean.TRUE.equals(context.getRunAsNonRoot()) && context.getRunAsUser() > 0,
                name + "may run as root");
        findings.require(
                context != null
                        && context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                name + "has no seccomp profile");
        findings.require(
                Boolean.FALSE.equals(Overlay.pod(deployment).getAutomountServiceAccountToken()),
                name + "gets a token of the API");
        findings.require(
                Overlay.pod(deployment).getVolumes().stream().noneMatch(volume -> volume.getHostPath() != null),
                name + "sees folders of its machine");
    }

    private static void container(Deployment deployment, Container container, Findings findings) {
        String name = "Deployment " + deployment.getMetadata().getName() + ", container " + container.getName() + ": ";
        SecurityContext context = container.getSecurityContext();
        findings.require(
                context != null && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()),
                name + "may write to its root");
        findings.require(
                context != null && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()),
                name + "may gain privileges");
        findings.require(
                context != null
                        && context.getCapabilities() != null
                        && context.getCapabilities().getDrop().contains("ALL"),
                name + "keeps capabilities");
        Map<String, ?> limits = container.getResources().getLimits();
        findings.require(limits.containsKey("memory"), name + "has no memory limit");
    }
}
