package io.fleck.cluster;

import io.fleck.cluster.broker.Listener;
import io.fleck.cluster.registry.RegistryOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a local cluster is set up; start from {@link #defaults()}.
 *
 * @param brokers 1 to 3
 * @param placement where the brokers run
 * @param port the first broker's port, the others count up from it; any free ports when empty
 * @param registryPort the registry's port; any free port when empty
 * @param directory what keeps the data for the next start; a temporary directory, deleted on close, when empty
 * @param brokerSettings Kafka settings of every broker that win over the cluster's own
 * @param registryCredentials what clients have to show to the registry, if anything
 * @param listeners further listeners of every broker, beside the plain one
 */
public record ClusterOptions(
        int brokers,
        Placement placement,
        OptionalInt port,
        OptionalInt registryPort,
        Optional<Path> directory,
        Map<String, String> brokerSettings,
        Optional<RegistryOptions.Credentials> registryCredentials,
        List<Listener> listeners) {
    private static final int MOST_BROKERS = 3;
    private static final int HIGHEST_PORT = 65_535;

    /** Where brokers run. */
    public enum Placement {
        /** All inside this process: quickest to start. */
        THIS_PROCESS,
        /** Each in a process of its own, which can be killed and ends with this one. */
        OWN_PROCESSES
    }

    /** Checks the ranges. */
    public ClusterOptions {
        if (brokers < 1 || brokers > MOST_BROKERS) {
            throw new IllegalArgumentException("brokers " + brokers + ": must be 1 to " + MOST_BROKERS);
        }
        port.ifPresent(first -> requirePort("port", first, HIGHEST_PORT - brokers + 1));
        registryPort.ifPresent(given -> requirePort("registry port", given, HIGHEST_PORT));
        brokerSettings = Map.copyOf(brokerSettings);
        listeners = List.copyOf(listeners);
    }

    private static void requirePort(String name, int port, int highest) {
        if (port < 1 || port > highest) {
            throw new IllegalArgumentException(name + " " + port + ": must be 1 to " + highest);
        }
    }

    /** One broker in this process, free ports, a temporary directory, an open registry. */
    public static ClusterOptions defaults() {
        return new ClusterOptions(
                1,
                Placement.THIS_PROCESS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of());
    }

    /** The same with this many brokers. */
    public ClusterOptions withBrokers(int count) {
        return new ClusterOptions(
                count, placement, port, registryPort, directory, brokerSettings, registryCredentials, listeners);
    }

    /** The same with each broker in a process of its own. */
    public ClusterOptions withOwnProcesses() {
        return new ClusterOptions(
                brokers,
                Placement.OWN_PROCESSES,
                port,
                registryPort,
                directory,
                brokerSettings,
                registryCredentials,
                listeners);
    }

    /** The same with the first broker on this port and the others on the ones after it. */
    public ClusterOptions withPort(int first) {
        return new ClusterOptions(
                brokers,
                placement,
                OptionalInt.of(first),
                registryPort,
                directory,
                brokerSettings,
                registryCredentials,
                listeners);
    }

    /** The same with the registry on this port. */
    public ClusterOptions withRegistryPort(int given) {
        return new ClusterOptions(
                brokers,
                placement,
                port,
                OptionalInt.of(given),
                directory,
                brokerSettings,
                registryCredentials,
                listeners);
    }

    /** The same with data that stays there. */
    public ClusterOptions withDirectory(Path kept) {
        return new ClusterOptions(
                brokers,
                placement,
                port,
                registryPort,
                Optional.of(kept),
                brokerSettings,
                registryCredentials,
                listeners);
    }

    /** The same with one more Kafka setting for every broker. */
    public ClusterOptions withBrokerSetting(String name, String value) {
        Map<String, String> settings = new HashMap<>(brokerSettings);
        settings.put(name, value);
        return new ClusterOptions(
                brokers, placement, port, registryPort, directory, settings, registryCredentials, listeners);
    }

    /** The same with a registry that asks for a user and a password. */
    public ClusterOptions withRegistryCredentials(String user, String password) {
        return new ClusterOptions(
                brokers,
                placement,
                port,
                registryPort,
                directory,
                brokerSettings,
                Optional.of(new RegistryOptions.Credentials(user, password)),
                listeners);
    }

    /** The same with one more listener; its address is {@link LocalCluster#bootstrapServers(String)}. */
    public ClusterOptions withListener(Listener listener) {
        List<Listener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new ClusterOptions(
                brokers, placement, port, registryPort, directory, brokerSettings, registryCredentials, more);
    }
}
