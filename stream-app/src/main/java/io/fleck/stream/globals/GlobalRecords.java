package io.fleck.stream.globals;

import org.jspecify.annotations.Nullable;

/** Takes the records of a topic that every instance reads. Called on one thread, which does nothing else. */
@FunctionalInterface
public interface GlobalRecords {
    /**
     * Takes a record.
     *
     * @param value raw bytes; {@code null} removes what the key stands for
     * @param offset offset in the topic
     */
    void update(byte[] key, byte @Nullable [] value, long offset);
}
