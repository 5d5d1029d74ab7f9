package io.fleck.stream.wall.feed;

import io.fleck.avro.NovelPattern;
import io.fleck.avro.WaferDefectMap;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.live.LiveState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wafer maps and novel patterns to the page. Of maps that come faster than anybody looks only the latest are drawn. Used by
 * one thread.
 */
final class WaferFeed implements ReaderThread.Round {
    static final Duration LOOK_BACK = Duration.ofMinutes(10);

    /** Maps of one round that are drawn. */
    static final int DRAWN = 24;

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(WaferFeed.class);

    private final TopicTail tail;
    private final AvroDecoder<WaferDefectMap> maps;
    private final AvroDecoder<NovelPattern> patterns;
    private final String mapTopic;
    private final LiveState state;
    private final Every refresh;
    private final LongSupplier clock;
    private final Deque<ConsumerRecord<byte[], byte[]>> read = new ArrayDeque<>();

    WaferFeed(
            TopicTail tail,
            AvroDecoder<WaferDefectMap> maps,
            AvroDecoder<NovelPattern> patterns,
            Topics topics,
            LiveState state,
            Every refresh,
            LongSupplier clock) {
        this.tail = tail;
        this.maps = maps;
        this.patterns = patterns;
        this.mapTopic = topics.name(Topic.WAFER_MAPS);
        this.state = state;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public void run() {
        refresh.run(() -> tail.refresh(clock.getAsLong()));
        if (read.isEmpty()) {
            read.addAll(tail.poll(WAIT));
            leaveOut();
        }
        for (ConsumerRecord<byte[], byte[]> next = read.peek(); next != null; next = read.peek()) {
            show(next);
            read.remove(); // only now: a registry that is away comes back to the same record
        }
    }

    private void leaveOut() {
        long beyond = read.stream().filter(this::map).count() - DRAWN;
        for (var all = read.iterator(); beyond > 0 && all.hasNext(); ) {
            if (map(all.next())) {
                all.remove();
                beyond--;
            }
        }
    }

    private boolean map(ConsumerRecord<byte[], byte[]> message) {
        return message.topic().equals(mapTopic);
    }

    private void show(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            if (map(message)) {
                state.waferMap(WaferSightings.map(maps.decode(message.topic(), message.value())));
            } else {
                state.pattern(WaferSightings.pattern(patterns.decode(message.topic(), message.value())));
            }
        } catch (UndecodableException | IllegalArgumentException e) {
            // The inspection tells of it in a dead letter; there is nothing to draw.
            LOG.debug("a record of wafers that cannot be shown: {}", e.getMessage());
        }
    }
}
