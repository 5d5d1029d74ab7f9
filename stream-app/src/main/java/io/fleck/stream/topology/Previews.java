package io.fleck.stream.topology;

/** Takes inspected frames for the live wall. Called on stream threads: returns at once and never throws. */
@FunctionalInterface
public interface Previews {
    /** Offers a frame; it may be dropped. */
    void offer(Inspected inspected);
}
