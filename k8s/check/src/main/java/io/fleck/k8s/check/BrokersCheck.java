package io.fleck.k8s.check;

import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;

/** There are brokers enough for the copies, the cluster takes the largest record, and it refuses whom no rule allows. */
final class BrokersCheck implements CrossCheck {
    private static final String[] COPIES = {
        "default.replication.factor", "offsets.topic.replication.factor", "transaction.state.log.replication.factor"
    };

    @Override
    public void check(Overlay overlay, Findings findings) {
        int brokers = overlay.manifests().all(KafkaNodePool.class).stream()
                .mapToInt(pool -> pool.getSpec().getReplicas())
                .sum();
        findings.require(brokers > 0, "there is no broker");
        for (KafkaTopic topic : overlay.manifests().all(KafkaTopic.class)) {
            findings.require(
                    topic.getSpec().getReplicas() <= brokers,
                    "KafkaTopic " + topic.getMetadata().getName() + " wants "
                            + topic.getSpec().getReplicas() + " copies; there are " + brokers + " brokers");
        }
        for (Kafka kafka : overlay.manifests().all(Kafka.class)) {
            cluster(kafka, brokers, findings);
            overlay.configuration().config().ifPresent(config -> largest(kafka, config, findings));
        }
    }

    private static void cluster(Kafka kafka, int brokers, Findings findings) {
        Map<String, Object> config = kafka.getSpec().getKafka().getConfig();
        for (String key : COPIES) {
            int copies = number(config, key);
            findings.require(
                    copies >= 1 && copies <= brokers,
                    key + " is " + copies + "; it has to be 1 to " + brokers + ", the number of brokers");
        }
        int confirmed = number(config, "min.insync.replicas");
        int copies = number(config, "default.replication.factor");
        findings.require(
                confirmed == Math.max(1, copies - 1),
                "min.insync.replicas is " + confirmed + " of " + copies + " copies; it has to be "
                        + Math.max(1, copies - 1));
        findings.require(
                kafka.getSpec().getKafka().getAuthorization() != null, "Kafka does not refuse whom no rule allows");
        kafka.getSpec()
                .getKafka()
                .getListeners()
                .forEach(listener -> findings.require(
                        listener.isTls() && listener.getAuth() != null,
                        "listener " + listener.getName() + " lets in whoever comes, or in the clear"));
    }

    private static void largest(Kafka kafka, FleckConfig config, Findings findings) {
        int largest = 0;
        for (Topic topic : Topic.values()) {
            largest = Math.max(largest, config.topics().layout().settings(topic).maxMessageBytes());
        }
        for (String key : new String[] {"message.max.bytes", "replica.fetch.max.bytes"}) {
            int taken = number(kafka.getSpec().getKafka().getConfig(), key);
            findings.require(
                    taken >= largest,
                    key + " is " + taken + "; the largest record of a topic is " + largest + " bytes");
        }
    }

    private static int number(Map<String, Object> config, String key) {
        return config.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
