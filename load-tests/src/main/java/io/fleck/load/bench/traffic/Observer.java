package io.fleck.load.bench.traffic;

import io.fleck.avro.InspectionResult;

/** Sees every result on the reader's thread. */
@FunctionalInterface
interface Observer {
    /** Sees nothing. */
    Observer NONE = (result, readMicros) -> {};

    /**
     * A result was read.
     *
     * @param readMicros when the consumer had it, since the epoch
     */
    void read(InspectionResult result, long readMicros);
}
