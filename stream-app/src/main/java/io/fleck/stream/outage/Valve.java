package io.fleck.stream.outage;

/** Stops and restarts the flow of frames. Both methods return at once and may be called at any time. */
public interface Valve {
    /** No frame is taken up until {@link #open}. */
    void shut();

    /** Frames are taken up again. */
    void open();
}
