package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.stream.Stream;

/** Every selector selects pods that will run; every Strimzi resource belongs to a cluster that is there. */
final class SelectorsCheck implements CrossCheck {
    private static final String CLUSTER = "strimzi.io/cluster";

    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.deployments().forEach(deployment -> ownPods(deployment, findings));
        for (Service service : overlay.manifests().all(Service.class)) {
            some(
                    overlay,
                    findings,
                    "Service",
                    service,
                    Overlay.labels(service.getSpec().getSelector()));
        }
        for (PodDisruptionBudget budget : overlay.manifests().all(PodDisruptionBudget.class)) {
            some(
                    overlay,
                    findings,
                    "PodDisruptionBudget",
                    budget,
                    labels(budget.getSpec().getSelector()));
        }
        for (PodMonitor monitor : overlay.manifests().all(PodMonitor.class)) {
            some(
                    overlay,
                    findings,
                    "PodMonitor",
                    monitor,
                    labels(monitor.getSpec().getSelector()));
        }
        overlay.manifests().all(NetworkPolicy.class).forEach(policy -> policy(overlay, policy, findings));
        members(overlay, findings);
    }

    private static void ownPods(Deployment deployment, Findings findings) {
        String name = "Deployment " + deployment.getMetadata().getName();
        Map<String, String> labels = Overlay.podLabels(deployment);
        findings.require(
                Overlay.selects(labels(deployment.getSpec().getSelector()), labels),
                name + " does not select its own pods, which have " + labels);
        Affinity affinity = Overlay.pod(deployment).getAffinity();
        if (affinity != null && affinity.getPodAntiAffinity() != null) {
            terms(affinity.getPodAntiAffinity())
                    .forEach(term -> findings.require(
                            Overlay.selects(labels(term.getLabelSelector()), labels),
                            name + " keeps away from other pods than its own: " + labels(term.getLabelSelector())));
        }
    }

    private static Stream<PodAffinityTerm> terms(PodAntiAffinity apart) {
        return Stream.concat(
                apart.getRequiredDuringSchedulingIgnoredDuringExecution().stream(),
                apart.getPreferredDuringSchedulingIgnoredDuringExecution().stream()
                        .map(WeightedPodAffinityTerm::getPodAffinityTerm));
    }

    private static void policy(Overlay overlay, NetworkPolicy policy, Findings findings) {
        some(overlay, findings, "NetworkPolicy", policy, labels(policy.getSpec().getPodSelector()));
        Stream<NetworkPolicyPeer> peers = Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
        peers.filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null)
                .forEach(peer ->
                        some(overlay, findings, "a peer of NetworkPolicy", policy, labels(peer.getPodSelector())));
    }

    private static void members(Overlay overlay, Findings findings) {
        Stream.of(KafkaTopic.class, KafkaUser.class, KafkaNodePool.class)
                .flatMap(type -> overlay.manifests().all(type).stream())
                .forEach(member -> {
                    String cluster =
                            Overlay.labels(member.getMetadata().getLabels()).getOrDefault(CLUSTER, "(none)");
                    findings.require(
                            overlay.manifests().has(Kafka.class, cluster),
                            member.getKind() + " " + member.getMetadata().getName() + " belongs to cluster " + cluster
                                    + ", which is not there");
                });
    }

    private static Map<String, String> labels(LabelSelector selector) {
        return Overlay.labels(selector.getMatchLabels());
    }

    private static void some(
            Overlay overlay, Findings findings, String what, HasMetadata object, Map<String, String> selector) {
        findings.require(
                overlay.pods().stream().anyMatch(pod -> Overlay.selects(selector, pod)),
                what + " " + object.getMetadata().getName() + " selects no pod: " + selector);
    }
}
