package io.fleck.stream.topology;

import java.util.Optional;

/**
 * An input that was taken up and has no outcome yet.
 *
 * @param input the record
 * @param frame the frame in it; empty when it holds none that can be inspected
 * @param takenUpAt moment of the monotonic clock, in nanoseconds
 */
record PendingFrame(Input input, Optional<Frame> frame, long takenUpAt) {
    /** The frame of an input that was handed to a model. */
    Frame required() {
        return frame.orElseThrow(() -> new IllegalStateException(
                "input " + input.topic() + "-" + input.partition() + " offset " + input.offset() + " holds no frame"));
    }
}
