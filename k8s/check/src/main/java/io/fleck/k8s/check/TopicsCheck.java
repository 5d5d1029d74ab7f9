package io.fleck.k8s.check;

import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicSettings;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** There is a KafkaTopic for each topic of the code, as the application's settings want it. */
final class TopicsCheck implements CrossCheck {
    @Override
    public void check(Overlay overlay, Findings findings) {
        overlay.configuration().config().ifPresent(config -> {
            TopicLayout layout = config.topics().layout();
            for (Topic topic : Topic.values()) {
                topic(overlay, layout.names().name(topic), layout.settings(topic), findings);
            }
        });
    }

    private static void topic(Overlay overlay, String name, TopicSettings wanted, Findings findings) {
        Optional<KafkaTopic> found = overlay.manifests().all(KafkaTopic.class).stream()
                .filter(topic -> topic.getMetadata().getName().equals(name))
                .findFirst();
        findings.require(found.isPresent(), "there is no KafkaTopic " + name);
        found.ifPresent(topic -> {
            findings.requireEqual("partitions of " + name, topic.getSpec().getPartitions(), wanted.partitions());
            wanted.replication()
                    .ifPresent(copies -> findings.requireEqual(
                            "replicas of " + name, topic.getSpec().getReplicas(), copies));
            Map<String, String> configs = new TreeMap<>();
            topic.getSpec().getConfig().forEach((key, value) -> configs.put(key, String.valueOf(value)));
            findings.requireEqual("config of " + name, configs, new TreeMap<>(wanted.configs()));
        });
    }
}
