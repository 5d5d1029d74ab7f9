package io.fleck.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

final class NodeSettingsTest {
    private static final int DEAD_LETTER = 21 << 20;

    private static NodeSettings node(int nodes, Map<String, String> overrides) {
        SortedMap<Integer, Integer> controllers = new TreeMap<>();
        for (int id = 1; id <= nodes; id++) {
            controllers.put(id, 20_100 + id);
        }
        return new NodeSettings(1, 20_001, controllers, "cluster", Path.of("data"), overrides);
    }

    @Test
    void shouldMakeANodeThatKafkaAcceptsAndThatTakesTheLargestDeadLetter() {
        KafkaConfig config = KafkaConfig.fromProps(node(3, Map.of()).toKafka(), false);
        assertThat(config.nodeId()).isEqualTo(1);
        assertThat(config.messageMaxBytes()).isGreaterThan(DEAD_LETTER);
        assertThat(config.replicaFetchMaxBytes()).isGreaterThan(DEAD_LETTER);
        assertThat(config.autoCreateTopicsEnable())
                .as("a typing error must not create a topic")
                .isFalse();
        assertThat(config.quorumConfig().voters())
                .containsExactlyInAnyOrder("1@127.0.0.1:20101", "2@127.0.0.1:20102", "3@127.0.0.1:20103");
    }

    /** Kafka ignores a key that it does not know, and with it what was meant. */
    @Test
    void shouldUseOnlyKeysThatKafkaKnows() {
        assertThat(node(1, Map.of()).toKafka().stringPropertyNames())
                .isSubsetOf(CollectionConverters.asJava(KafkaConfig.configNames()));
    }

    @Test
    void shouldListenOnTheLoopbackInterfaceOnly() {
        assertThat(node(1, Map.of()).toKafka().getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20101");
    }

    @Test
    void shouldReplicateInternalTopicsToAsManyNodesAsThereAre() {
        Properties one = node(1, Map.of()).toKafka();
        Properties three = node(3, Map.of()).toKafka();
        for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
            assertThat(one).containsEntry(topic + ".replication.factor", "1");
            assertThat(three).containsEntry(topic + ".replication.factor", "3");
        }
        assertThat(one).containsEntry("transaction.state.log.min.isr", "1");
        assertThat(three).containsEntry("transaction.state.log.min.isr", "2");
    }

    @Test
    void shouldLetOverridesWin() {
        assertThat(node(1, Map.of("log.retention.ms", "1000", "message.max.bytes", "5"))
                        .toKafka())
                .containsEntry("log.retention.ms", "1000")
                .containsEntry("message.max.bytes", "5");
    }

    @Test
    void shouldRefuseANodeThatIsNotOneOfTheCluster() {
        SortedMap<Integer, Integer> others = new TreeMap<>(Map.of(1, 20_101, 2, 20_102));
        assertThatThrownBy(() -> new NodeSettings(3, 20_001, others, "cluster", Path.of("data"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id 3: not among the nodes [1, 2]");
    }
}
