package io.fleck.stream.lots;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.LotSummary;
import io.fleck.avro.WaferReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Adds up the lots of one task. Belongs to its stream thread. */
final class LotProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final int LOOKS = 4;

    private final LotSummaries summaries;

    @SuppressWarnings("NullAway.Init") // set by init
    private KeyValueStore<String, byte[]> store;

    LotProcessor(LotSummaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        store = context.getStateStore(LotSummaries.STORE);
        Duration look = summaries.idle().dividedBy(LOOKS);
        context.schedule(
                look.compareTo(LONGEST_LOOK) < 0 ? look : LONGEST_LOOK, PunctuationType.WALL_CLOCK_TIME, this::close);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        InspectionResult result = summaries.result(record.value());
        WaferReference wafer = result.getWafer();
        if (wafer == null) {
            throw new IllegalStateException("result " + result.getEventId() + " is not about a wafer");
        }
        String key = LotSummaries.key(result, wafer);
        byte @Nullable [] before = store.get(key);
        LotSummary sum = LotSum.with(
                before == null ? null : summaries.sum(before),
                result,
                wafer,
                summaries.clock().instant());
        store.put(key, summaries.bytes(sum));
    }

    private void close(long unused) {
        Instant now = summaries.clock().instant();
        Instant limit = now.minus(summaries.idle());
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> open = store.all()) {
            while (open.hasNext()) {
                KeyValue<String, byte[]> lot = open.next();
                LotSummary sum = summaries.sum(lot.value);
                if (!sum.getLastAt().isAfter(limit)) {
                    over.add(lot.key);
                    forward(LotSummary.newBuilder(sum).setClosedAt(now).build(), now);
                }
            }
        }
        over.forEach(store::delete);
    }

    private void forward(LotSummary sum, Instant now) {
        context().forward(new Record<>(LotSummaries.key(sum), summaries.bytes(sum), now.toEpochMilli()));
        summaries.metrics().lotSummary();
    }
}
