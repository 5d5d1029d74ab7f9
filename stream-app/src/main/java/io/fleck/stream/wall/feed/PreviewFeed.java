package io.fleck.stream.wall.feed;

import io.fleck.avro.FramePreview;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.wall.live.LiveState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Previews to the page. Used by one thread. */
final class PreviewFeed implements ReaderThread.Round {
    static final Duration LOOK_BACK = Duration.ofMinutes(1);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(PreviewFeed.class);

    private final TopicTail tail;
    private final AvroDecoder<FramePreview> decoder;
    private final LiveState state;
    private final Every refresh;
    private final LongSupplier clock;
    private final Queue<ConsumerRecord<byte[], byte[]>> read = new ArrayDeque<>();

    PreviewFeed(TopicTail tail, AvroDecoder<FramePreview> decoder, LiveState state, Every refresh, LongSupplier clock) {
        this.tail = tail;
        this.decoder = decoder;
        this.state = state;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public void run() {
        refresh.run(() -> tail.refresh(clock.getAsLong()));
        if (read.isEmpty()) {
            read.addAll(tail.poll(WAIT));
        }
        for (ConsumerRecord<byte[], byte[]> next = read.peek(); next != null; next = read.peek()) {
            show(next);
            read.remove(); // only now: a registry that is away comes back to the same record
        }
    }

    private void show(ConsumerRecord<byte[], byte[]> message) {
        try {
            if (message.value() != null) {
                state.preview(decoder.decode(message.topic(), message.value()));
            }
        } catch (UndecodableException e) {
            LOG.debug("a preview that is none: {}", e.getMessage());
        }
    }
}
