package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.Optional;

/** Where a gateway's pictures come from, oldest first. Used by the gateway's thread only. */
public interface FrameSource extends AutoCloseable {
    /**
     * The next picture.
     *
     * @param wait how long to wait for one where none is there yet; zero only looks
     * @return empty when none came
     */
    Optional<FrameItem> poll(Duration wait) throws InterruptedException;

    /** Whether no picture will ever come again. */
    boolean exhausted();

    /** Lets go of what the source holds. */
    @Override
    void close();
}
