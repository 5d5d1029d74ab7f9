package io.fleck.stream.topics;

import java.time.Duration;

/** How long a topic keeps its records. */
public sealed interface Retention {
    /**
     * Until a record is older than a time or its partition larger than a size, whichever comes first.
     *
     * @param time at least one second
     * @param bytes of one partition on one broker, at least 1 MiB
     */
    record Bounded(Duration time, long bytes) implements Retention {
        private static final long LEAST_BYTES = 1L << 20;

        /** Checks the bounds. */
        public Bounded {
            if (time.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("retention time is " + time + "; it must be at least 1 s");
            }
            if (bytes < LEAST_BYTES) {
                throw new IllegalArgumentException("retention size is " + bytes + " bytes; it must be at least 1 MiB");
            }
        }
    }

    /** The latest record of each key, for ever. */
    record Latest() implements Retention {}
}
