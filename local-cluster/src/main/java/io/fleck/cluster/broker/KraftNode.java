package io.fleck.cluster.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A running broker and controller over one data directory, assembled from the parts that Kafka's own KafkaRaftServer is
 * made of.
 *
 * <p>Not KafkaRaftServer itself, for two reasons: it ends the whole JVM when a controller cannot bind its port, and it
 * stops broker and controller in one go, which makes the last nodes of a cluster wait for a quorum that is gone.
 */
final class KraftNode {
    private final BrokerServer broker;
    private final ControllerServer controller;

    private KraftNode(SharedServer shared, BootstrapMetadata bootstrap) {
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
        broker = new BrokerServer(shared);
    }

    /**
     * Formats the data directory when it is new.
     *
     * @param settings the node's settings in Kafka's own names, with one data directory
     * @param clusterId what a new directory is formatted with
     * @param faults what to do when the node finds that it cannot go on
     */
    static KraftNode prepare(Properties settings, String clusterId, FaultHandlerFactory faults) {
        KafkaConfig config = KafkaConfig.fromProps(settings, false);
        formatIfNew(config, clusterId);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KraftNode.class), "");
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, stored._1().clusterId().orElse(clusterId));
        QuorumConfig quorum = config.quorumConfig();
        SharedServer shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                faults,
                ServerSocketFactory.INSTANCE);
        return new KraftNode(shared, stored._2());
    }

    private static void formatIfNew(KafkaConfig config, String clusterId) {
        Path directory = Path.of(config.metadataLogDir());
        try {
            Files.createDirectories(directory);
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(config, directory.toString(), clusterId);
            }
        } catch (Exception e) { // the formatter declares nothing narrower
            throw new BrokerException(directory + ": cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static void format(KafkaConfig config, String directory, String clusterId) throws Exception {
        new Formatter()
                .setNodeId(config.nodeId())
                .setClusterId(clusterId)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(NodeSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory)
                .addDirectory(directory)
                .setHasDynamicQuorum(false)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** Blocks until the node is registered with a quorum and takes requests. */
    void start() {
        controller.startup();
        broker.startup();
    }

    void stopBroker(Duration limit) {
        broker.shutdown(limit);
    }

    /** Stops the broker first, when it still runs: it hands its partitions over with the help of a controller. */
    void stop(Duration limit) {
        broker.shutdown(limit);
        controller.shutdown();
    }
}
