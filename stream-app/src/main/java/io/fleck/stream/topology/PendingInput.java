package io.fleck.stream.topology;

import java.util.Optional;

/**
 * An input that was taken up and has no outcome yet.
 *
 * @param input the record
 * @param subject what it holds; empty when it holds nothing that can be inspected
 * @param takenUpAt moment of the monotonic clock, in nanoseconds
 */
record PendingInput<S>(Input input, Optional<S> subject, long takenUpAt) {
    /** What an input holds that was handed to a model. */
    S required() {
        return subject.orElseThrow(() -> new IllegalStateException("input " + input.topic() + "-" + input.partition()
                + " offset " + input.offset() + " holds nothing that can be inspected"));
    }
}
