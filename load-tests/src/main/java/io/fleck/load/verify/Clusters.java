package io.fleck.load.verify;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import org.jspecify.annotations.Nullable;

/** The cluster that scenarios share, one at a time: brokers are processes of their own, the registry is in this one. */
final class Clusters implements AutoCloseable {
    private @Nullable LocalCluster running;

    /** A running cluster of so many brokers; another one is closed. */
    LocalCluster of(int brokers) {
        LocalCluster cluster = running;
        if (cluster == null || cluster.brokers() != brokers) {
            close();
            cluster = LocalCluster.start(
                    ClusterOptions.defaults().withBrokers(brokers).withOwnProcesses());
            running = cluster;
        }
        return cluster;
    }

    /** Closes the cluster; the next scenario gets a new one. */
    @Override
    public void close() {
        LocalCluster cluster = running;
        running = null;
        if (cluster != null) {
            cluster.close();
        }
    }
}
