package io.fleck.cluster;

import io.fleck.cluster.ClusterOptions.Placement;
import io.fleck.cluster.broker.Broker;
import io.fleck.cluster.broker.BrokerException;
import io.fleck.cluster.broker.ChildBroker;
import io.fleck.cluster.broker.InProcessBroker;
import io.fleck.cluster.broker.Listener;
import io.fleck.cluster.broker.NodeSettings;
import io.fleck.cluster.broker.Ports;
import io.fleck.cluster.registry.RegistryException;
import io.fleck.cluster.registry.RegistryOptions;
import io.fleck.cluster.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * Real brokers and a schema registry on this machine, started and stopped as one.
 *
 * <pre>{@code
 * try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults())) {
 *     use(cluster.bootstrapServers(), cluster.registryUrl());
 * }
 * }</pre>
 *
 * <p>Brokers are counted from 1. Ports stay the cluster's own until it is closed, also while a broker or the registry is
 * stopped, so clients find both again where they were. Safe for use by several threads; changes happen one at a time.
 */
public final class LocalCluster implements AutoCloseable {
    /** A cold start takes 5 to 10 s on two cores; this is for when they are busy. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    /** After which a broker is left to its fate; an orderly stop takes about 1 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    /** Nothing will be read again and processes clean up after themselves: order would cost 5 s for nothing. */
    private final boolean disposable;

    private final DataDirectory data;
    private final Ports ports;
    private final BrokerSet brokers;
    private final String bootstrapServers;
    private final Map<String, String> furtherServers;
    private final RegistryOptions registryOptions;
    private @Nullable SchemaRegistry registry;

    private LocalCluster(ClusterOptions options, DataDirectory data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.disposable = options.placement() == Placement.OWN_PROCESSES
                && options.directory().isEmpty();
        List<NodeSettings> nodes = nodes(options, data, ports);
        this.brokers =
                new BrokerSet(nodes.stream().map(node -> broker(options, node)).toList());
        this.bootstrapServers = nodes.stream()
                .map(node -> NodeSettings.HOST + ":" + node.port())
                .collect(Collectors.joining(","));
        this.furtherServers = options.listeners().stream()
                .collect(Collectors.toMap(Listener::name, listener -> addresses(nodes, listener)));
        RegistryOptions open = RegistryOptions.of(
                options.registryPort().isPresent()
                        ? ports.exactly(options.registryPort().getAsInt())
                        : ports.any(),
                data.ofRegistry());
        this.registryOptions =
                options.registryCredentials().map(open::withCredentials).orElse(open);
    }

    /**
     * Starts brokers and registry and returns when both take requests.
     *
     * @throws ClusterException when a port or the data directory is in use, or a broker does not start; nothing is left
     *     running then
     */
    public static LocalCluster start(ClusterOptions options) {
        DataDirectory data = DataDirectory.open(options.directory(), options.brokers());
        Ports ports = new Ports();
        try {
            LocalCluster cluster = new LocalCluster(options, data, ports);
            cluster.startAll();
            return cluster;
        } catch (BrokerException | RegistryException | ClusterException e) {
            ports.close();
            data.close();
            throw new ClusterException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<NodeSettings> nodes(ClusterOptions options, DataDirectory data, Ports ports) {
        int count = options.brokers();
        int[] clientPorts = IntStream.range(0, count)
                .map(i -> options.port().isPresent()
                        ? ports.exactly(options.port().getAsInt() + i)
                        : ports.any())
                .toArray();
        SortedMap<Integer, Integer> controllerPorts = new TreeMap<>();
        IntStream.rangeClosed(1, count).forEach(id -> controllerPorts.put(id, ports.any()));
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new NodeSettings(
                        id,
                        clientPorts[id - 1],
                        controllerPorts,
                        data.clusterId(),
                        data.ofBroker(id),
                        options.listeners().stream()
                                .collect(Collectors.toMap(listener -> ports.any(), listener -> listener)),
                        options.brokerSettings()))
                .toList();
    }

    private static String addresses(List<NodeSettings> nodes, Listener listener) {
        return nodes.stream()
                .flatMap(node -> node.listeners().entrySet().stream())
                .filter(at -> at.getValue().equals(listener))
                .map(at -> NodeSettings.HOST + ":" + at.getKey())
                .collect(Collectors.joining(","));
    }

    private Broker broker(ClusterOptions options, NodeSettings node) {
        return switch (options.placement()) {
            case THIS_PROCESS -> new InProcessBroker(node);
            case OWN_PROCESSES -> new ChildBroker(node, data.logOfBroker(node.id()));
        };
    }

    private void startAll() {
        try {
            startRegistry(); // first: it is quick to fail
            brokers.start(START_LIMIT);
        } catch (RegistryException | ClusterException e) {
            stopAll();
            throw e;
        }
    }

    /** Where Kafka clients connect: {@code host:port} of every broker, comma-separated, stopped ones among them. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Where Kafka clients connect to a further listener.
     *
     * @param listener its name
     */
    public String bootstrapServers(String listener) {
        String servers = furtherServers.get(listener);
        if (servers == null) {
            throw new IllegalArgumentException("listener " + listener + ": must be one of " + furtherServers.keySet());
        }
        return servers;
    }

    /** Where clients of the registry connect, such as {@code http://127.0.0.1:8081}. */
    public String registryUrl() {
        return "http://" + NodeSettings.HOST + ":" + registryOptions.port();
    }

    /** How many brokers there are, running or not. */
    public int brokers() {
        return brokers.size();
    }

    /** Where the cluster keeps its data and the logs of brokers in processes of their own. */
    public Path directory() {
        return data.root();
    }

    /** Whether at least one broker runs. */
    public synchronized boolean running() {
        return brokers.running();
    }

    /**
     * Creates a topic on as many brokers as there are, of which two have to confirm a record where there are three, and
     * returns when it can be written to.
     *
     * @param settings settings of the topic that win over the cluster's, by Kafka's names
     * @throws ClusterException when there is one of that name already, or a setting is wrong
     */
    public void createTopic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("min.insync.replicas", Integer.toString((brokers() + 1) / 2)));
        all.putAll(settings);
        TopicCreation.create(bootstrapServers, new NewTopic(name, partitions, (short) brokers()).configs(all));
    }

    /** Stops one broker in order: others take over what it led. Does nothing when it is stopped. */
    public synchronized void stopBroker(int id) {
        brokers.get(id).stop(STOP_LIMIT);
    }

    /**
     * Ends one broker as a crash would.
     *
     * @throws ClusterException when brokers share this process
     */
    public synchronized void killBroker(int id) {
        try {
            brokers.get(id).kill();
        } catch (BrokerException e) {
            throw new ClusterException(e.getMessage() + "; ask for ClusterOptions.withOwnProcesses()", e);
        }
    }

    /** Starts a stopped or killed broker on its port with its data; returns when it takes requests again. */
    public synchronized void startBroker(int id) {
        try {
            brokers.get(id).start(START_LIMIT);
        } catch (BrokerException e) {
            throw new ClusterException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes the registry away: connections to it are refused. Does nothing when it is stopped. */
    public synchronized void stopRegistry() {
        SchemaRegistry running = registry;
        registry = null;
        if (running != null) {
            running.close();
        }
    }

    /** Brings the registry back on its port with all it knew. Does nothing when it runs. */
    public synchronized void startRegistry() {
        if (registry == null) {
            registry = SchemaRegistry.start(registryOptions);
        }
    }

    /** Stops everything within a bounded time, deletes temporary data and gives the ports back. */
    @Override
    public synchronized void close() {
        stopAll();
        ports.close();
        data.close();
    }

    private void stopAll() {
        stopRegistry();
        if (disposable) {
            brokers.kill();
        } else {
            brokers.stop(STOP_LIMIT);
        }
    }
}
