package io.fleck.cluster.broker;

import java.time.Duration;

/**
 * One node of a local cluster, which can be stopped and started again with the same port and data.
 *
 * <p>Not safe for use by several threads at once; different nodes may be driven by different threads.
 */
public interface Broker {
    /** The node's id, counted from 1. */
    int id();

    /** Whether the node was started and has not been stopped, killed or lost since. */
    boolean running();

    /**
     * Formats the data directory when it is new, starts the node and returns when it takes part in the cluster. Nodes
     * of one cluster must be started in parallel: none becomes ready before a majority of them runs.
     *
     * @param limit how long to wait for a quorum and for the node to be ready
     * @throws BrokerException when it does not get ready; the node is then stopped
     */
    void start(Duration limit);

    /**
     * Hands leadership over and stops serving clients, but keeps voting on the cluster's metadata. Draining every node
     * before stopping the first spares the last ones the wait for a quorum that is gone.
     *
     * @param limit after which the node goes on to stop anyway
     */
    void drain(Duration limit);

    /** Stops the node in order, or gives up on order after the limit. Does nothing to a node that is stopped. */
    void stop(Duration limit);

    /**
     * Ends the node as a crash would: kill -9.
     *
     * @throws BrokerException when the node has no process of its own
     */
    void kill();
}
