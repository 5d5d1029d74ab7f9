package io.fleck.stream.app;

import io.fleck.stream.outage.Valve;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Pauses and resumes a stream, which is made after what it depends on. */
final class StreamValve implements Valve {
    private final AtomicReference<@Nullable KafkaStreams> streams = new AtomicReference<>();

    void attach(KafkaStreams running) {
        streams.set(running);
    }

    @Override
    public void shut() {
        KafkaStreams running = streams.get();
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public void open() {
        KafkaStreams running = streams.get();
        if (running != null) {
            running.resume();
        }
    }
}
