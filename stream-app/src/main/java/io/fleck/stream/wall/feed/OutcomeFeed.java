package io.fleck.stream.wall.feed;

import io.fleck.avro.InspectionResult;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.live.LiveState;
import io.fleck.stream.wall.live.Sighting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results, masks and dead letters into counters and trends. Used by one thread. */
final class OutcomeFeed implements ReaderThread.Round {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFeed.class);

    private final TopicTail tail;
    private final ReceivedInputs received;
    private final AvroDecoder<InspectionResult> decoder;
    private final OutcomeCounter counter;
    private final Topics topics;
    private final LiveState state;
    private final Every refresh;
    private final Every update;
    private final LongSupplier clock;
    private final Queue<ConsumerRecord<byte[], byte[]>> read = new ArrayDeque<>();

    OutcomeFeed(
            TopicTail tail,
            ReceivedInputs received,
            AvroDecoder<InspectionResult> decoder,
            Topics topics,
            LiveState state,
            Every refresh,
            Every update,
            LongSupplier clock) {
        this.tail = tail;
        this.received = received;
        this.decoder = decoder;
        this.counter = new OutcomeCounter(received::begin);
        this.topics = topics;
        this.state = state;
        this.refresh = refresh;
        this.update = update;
        this.clock = clock;
    }

    @Override
    public void run() {
        refresh.run(this::refresh);
        if (read.isEmpty()) {
            read.addAll(tail.poll(WAIT));
        }
        for (ConsumerRecord<byte[], byte[]> next = read.peek(); next != null; next = read.peek()) {
            count(next);
            read.remove();
        }
        update.run(received::update); // after the outcomes: never fewer received than concluded
        state.counted(counter.counters(received.count()));
    }

    /** Outcomes first: an input that counts can then have no outcome before the point from which they are read. */
    private void refresh() {
        tail.refresh(clock.getAsLong());
        received.refresh();
    }

    private void count(ConsumerRecord<byte[], byte[]> message) {
        if (message.topic().equals(topics.name(Topic.DEAD_LETTERS))) {
            counter.deadLetter(message.headers());
        } else if (message.topic().equals(topics.name(Topic.MASKS))) {
            counter.mask();
        } else if (message.value() != null) {
            result(message);
        }
    }

    private void result(ConsumerRecord<byte[], byte[]> message) {
        try {
            InspectionResult result = decoder.decode(message.topic(), message.value());
            if (counter.result(result)) {
                show(result);
            }
        } catch (UndecodableException e) {
            LOG.debug("a result that is none: {}", e.getMessage());
        }
    }

    private void show(InspectionResult result) {
        if (result.getSource().getTopic().equals(topics.name(Topic.WAFER_MAPS))) {
            state.waferResult(WaferSightings.verdict(result));
        } else {
            state.result(new Sighting(
                    result.getStation(),
                    result.getCamera(),
                    result.getVerdict(),
                    result.getScore(),
                    result.getThreshold()));
        }
    }
}
