package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fleck.k8s.manifest.Manifests;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An overlay with what several checks ask of it.
 *
 * @param manifests its objects
 * @param configuration the application's settings
 */
record Overlay(Manifests manifests, Configuration configuration) {
    /** Name of the application's Deployment and container. */
    static final String APPLICATION = "fleck";

    static Overlay of(Manifests manifests) {
        return new Overlay(manifests, Configuration.of(manifests));
    }

    List<Deployment> deployments() {
        return manifests.all(Deployment.class);
    }

    Optional<Deployment> application() {
        return manifests.find(Deployment.class, APPLICATION);
    }

    /** The application's container; empty where the Deployment has none of that name. */
    Optional<Container> applicationContainer() {
        return application()
                .flatMap(deployment -> containers(deployment).stream()
                        .filter(container -> container.getName().equals(APPLICATION))
                        .findFirst());
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    static List<Container> containers(Deployment deployment) {
        return pod(deployment).getContainers();
    }

    static Map<String, String> podLabels(Deployment deployment) {
        return labels(deployment.getSpec().getTemplate().getMetadata().getLabels());
    }

    static Map<String, String> labels(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }

    /** Labels of every kind of pod that will run, those of Strimzi's among them. */
    List<Map<String, String>> pods() {
        List<Map<String, String>> pods = new ArrayList<>();
        deployments().forEach(deployment -> pods.add(podLabels(deployment)));
        for (Kafka kafka : manifests.all(Kafka.class)) {
            manifests.all(KafkaNodePool.class).forEach(pool -> {
                Map<String, String> labels = new HashMap<>();
                labels.put("strimzi.io/cluster", kafka.getMetadata().getName());
                labels.put("strimzi.io/pool-name", pool.getMetadata().getName());
                pods.add(labels);
            });
        }
        return pods;
    }

    static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }
}
