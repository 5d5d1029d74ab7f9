package io.fleck.cluster.broker;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes one node: its place in the cluster, its ports on the loopback interface and its data directory.
 *
 * @param id the node's id, one of the keys of controllerPorts
 * @param port where clients and other brokers connect
 * @param controllerPorts the controller port of every node of the cluster, by node id
 * @param clusterId the id that the data directory is formatted with
 * @param directory where the node keeps its data
 * @param listeners further listeners by their ports
 * @param overrides broker settings that win over the ones chosen here, by Kafka's names
 */
public record NodeSettings(
        int id,
        int port,
        SortedMap<Integer, Integer> controllerPorts,
        String clusterId,
        Path directory,
        Map<Integer, Listener> listeners,
        Map<String, String> overrides) {
    /** Address of every listener: a local cluster is not reachable from other machines. */
    public static final String HOST = "127.0.0.1";

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    /** Above the largest record that Fleck allows, a dead letter of 21 MiB. */
    private static final int LARGEST_BATCH = 24 << 20;

    /** Checks that the node is one of the cluster's. */
    public NodeSettings {
        if (!controllerPorts.containsKey(id)) {
            throw new IllegalArgumentException("id " + id + ": not among the nodes " + controllerPorts.keySet());
        }
        controllerPorts = Collections.unmodifiableSortedMap(new TreeMap<>(controllerPorts));
        listeners = Collections.unmodifiableSortedMap(new TreeMap<>(listeners));
        overrides = Map.copyOf(overrides);
    }

    /** The node's settings in Kafka's own names. */
    Properties toKafka() {
        Properties kafka = new Properties();
        kafka.putAll(identity());
        kafka.putAll(replication());
        kafka.putAll(limits());
        kafka.putAll(timing());
        listeners.values().forEach(listener -> kafka.putAll(listener.toKafka()));
        kafka.putAll(overrides);
        return kafka;
    }

    private Map<String, String> identity() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(id),
                "controller.quorum.voters",
                voters(),
                "listeners",
                clientAddresses() + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPorts.get(id),
                "advertised.listeners",
                clientAddresses(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT" + protocols(),
                "log.dirs",
                directory.toString());
    }

    private String clientAddresses() {
        StringBuilder addresses = new StringBuilder("PLAINTEXT://" + HOST + ":" + port);
        listeners.forEach((at, listener) -> addresses
                .append(',')
                .append(listener.name())
                .append("://" + HOST + ":")
                .append(at));
        return addresses.toString();
    }

    private String protocols() {
        return listeners.values().stream()
                .map(listener -> "," + listener.name() + ":" + listener.protocol())
                .collect(Collectors.joining());
    }

    private String voters() {
        return controllerPorts.entrySet().stream()
                .map(node -> node.getKey() + "@" + HOST + ":" + node.getValue())
                .collect(Collectors.joining(","));
    }

    private Map<String, String> replication() {
        String replicas = Integer.toString(controllerPorts.size());
        String inSync = Integer.toString(Math.min(2, controllerPorts.size()));
        return Map.of(
                "default.replication.factor", replicas,
                "offsets.topic.replication.factor", replicas,
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", inSync,
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", replicas,
                "share.coordinator.state.topic.min.isr", inSync,
                "share.coordinator.state.topic.num.partitions", "4",
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> limits() {
        String largest = Integer.toString(LARGEST_BATCH);
        return Map.of(
                "message.max.bytes",
                largest,
                "replica.fetch.max.bytes",
                largest,
                "replica.fetch.response.max.bytes",
                Integer.toString(2 * LARGEST_BATCH),
                "log.cleaner.dedupe.buffer.size",
                Integer.toString(8 << 20));
    }

    /**
     * Groups form at once and notice a crashed member within seconds; a dead transaction ends soon after its timeout. The
     * session of a crashed broker must end before it can come back.
     */
    private static Map<String, String> timing() {
        return Map.ofEntries(
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("broker.session.timeout.ms", "5000"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "1000"),
                Map.entry("group.consumer.min.session.timeout.ms", "1000"),
                Map.entry("group.consumer.session.timeout.ms", "6000"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
                Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.min.session.timeout.ms", "1000"),
                Map.entry("group.streams.session.timeout.ms", "6000"),
                Map.entry("group.streams.min.heartbeat.interval.ms", "500"),
                Map.entry("group.streams.heartbeat.interval.ms", "1000"),
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"));
    }
}
