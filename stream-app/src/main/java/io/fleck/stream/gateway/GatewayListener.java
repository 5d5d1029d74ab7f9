package io.fleck.stream.gateway;

/** Told what happens to each picture; by the gateway's thread or the producer's, so it must be quick and thread-safe. */
public interface GatewayListener {
    /** Listens to nothing. */
    GatewayListener SILENT = new GatewayListener() {};

    /** The broker has acknowledged the frame. */
    default void acknowledged(FrameItem item) {}

    /** The picture will not be sent, for this reason. */
    default void failed(FrameItem item, String reason) {}

    /** Broker or registry does not answer: the gateway waits, with everything kept. Told when it begins. */
    default void waiting(String reason) {}

    /** The wait is over. */
    default void resumed() {}
}
