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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

final class NodeSettingsTest {
    private static final int DEAD_LETTER = 21 << 20;

    private static NodeSettings node(int nodes, Map<String, String> overrides) {
        return node(nodes, Map.of(), overrides);
    }

    private static NodeSettings node(int nodes, Map<Integer, Listener> listeners, Map<String, String> overrides) {
        SortedMap<Integer, Integer> controllers = new TreeMap<>();
        for (int id = 1; id <= nodes; id++) {
            controllers.put(id, 20_100 + id);
        }
        return new NodeSettings(1, 20_001, controllers, "cluster", Path.of("data"), listeners, overrides);
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
    void shouldOfferFurtherListenersWithSettingsOfTheirOwn() {
        Listener users = new Listener("USERS", "SASL_PLAINTEXT", Map.of("sasl.enabled.mechanisms", "SCRAM-SHA-512"));
        Properties kafka = node(1, Map.of(20_300, users), Map.of()).toKafka();
        assertThat(kafka.getProperty("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:20001,USERS://127.0.0.1:20300,CONTROLLER://127.0.0.1:20101");
        assertThat(kafka.getProperty("advertised.listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:20001,USERS://127.0.0.1:20300");
        assertThat(kafka)
                .containsEntry(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,USERS:SASL_PLAINTEXT")
                .containsEntry("listener.name.users.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        assertThat(KafkaConfig.fromProps(kafka, false)
                        .effectiveAdvertisedBrokerListeners()
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "CONTROLLER", "users", "", "A-B"})
    void shouldRefuseAListenerThatIsThereAlreadyOrHasNoProperName(String name) {
        assertThatThrownBy(() -> new Listener(name, "SSL", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("listener " + name + ": must be upper-case");
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
        assertThatThrownBy(() -> new NodeSettings(3, 20_001, others, "cluster", Path.of("data"), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id 3: not among the nodes [1, 2]");
    }
}
