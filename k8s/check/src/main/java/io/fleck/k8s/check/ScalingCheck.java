package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fleck.k8s.manifest.ScaledObject;
import io.fleck.k8s.manifest.TriggerAuthentication;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import java.util.Map;
import java.util.Set;

/** What is scaled is there, by the lag of its own group, and never beyond what the partitions keep busy. */
final class ScalingCheck implements CrossCheck {
    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration().config().ifPresent(config -> {
            int partitions = config.topics().layout().settings(Topic.FRAMES).partitions();
            overlay.application().ifPresent(deployment -> instances(deployment, partitions, findings));
            overlay.manifests().all(ScaledObject.class).forEach(scaled -> scaled(overlay, scaled, config, findings));
        });
        overlay.manifests().all(TriggerAuthentication.class).stream()
                .flatMap(authentication -> authentication.getSpec().secretTargetRef().stream())
                .forEach(secret -> findings.require(
                        Secrets.of(overlay.manifests())
                                .getOrDefault(secret.name(), Set.of())
                                .contains(secret.key()),
                        "TriggerAuthentication: " + secret.key() + " in secret " + secret.name()
                                + " is made by nobody"));
        overlay.application()
                .filter(deployment -> deployment.getSpec().getReplicas() > 1)
                .ifPresent(deployment -> findings.require(
                        !overlay.manifests().all(PodDisruptionBudget.class).isEmpty(),
                        "several instances have no PodDisruptionBudget: a drain could end all at once"));
    }

    private static void instances(Deployment deployment, int partitions, Findings findings) {
        int instances = deployment.getSpec().getReplicas();
        findings.require(
                instances >= 1 && instances <= partitions,
                "replicas is " + instances + "; it has to be 1 to " + partitions + ", the partitions of the frames");
    }

    private static void scaled(Overlay overlay, ScaledObject scaled, FleckConfig config, Findings findings) {
        ScaledObject.Spec spec = scaled.getSpec();
        int partitions = config.topics().layout().settings(Topic.FRAMES).partitions();
        findings.require(
                overlay.manifests().has(Deployment.class, spec.scaleTargetRef().name()),
                "ScaledObject scales " + spec.scaleTargetRef().name() + ", which is not there");
        findings.require(
                spec.minReplicaCount() >= 1 && spec.minReplicaCount() <= spec.maxReplicaCount(),
                "minReplicaCount is " + spec.minReplicaCount() + "; it has to be 1 to " + spec.maxReplicaCount());
        findings.requireEqual("maxReplicaCount", spec.maxReplicaCount(), partitions);
        for (ScaledObject.Trigger trigger : spec.triggers()) {
            trigger(overlay, trigger, config, findings);
        }
    }

    private static void trigger(Overlay overlay, ScaledObject.Trigger trigger, FleckConfig config, Findings findings) {
        Map<String, String> metadata = trigger.metadata();
        findings.requireEqual(
                "consumerGroup of the trigger",
                metadata.getOrDefault("consumerGroup", ""),
                config.kafka().applicationId());
        findings.requireEqual(
                "topic of the trigger",
                metadata.getOrDefault("topic", ""),
                config.topics().layout().names().name(Topic.FRAMES));
        findings.require(
                ConnectionCheck.listener(overlay, metadata.getOrDefault("bootstrapServers", ""))
                        .isPresent(),
                "bootstrapServers of the trigger is no listener of a Kafka that is there");
        findings.require(
                overlay.manifests()
                        .has(
                                TriggerAuthentication.class,
                                trigger.authenticationRef().name()),
                "TriggerAuthentication " + trigger.authenticationRef().name() + " is not there");
    }
}
