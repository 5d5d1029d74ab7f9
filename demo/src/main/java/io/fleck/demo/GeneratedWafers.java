package io.fleck.demo;

import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.fitting.synthetic.wafer.SyntheticLots;
import io.fleck.stream.gateway.wafers.WaferRecords;
import io.fleck.stream.gateway.wafers.WaferTransport;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An inspection tool whose wafers never existed, for whoever has none at hand. */
final class GeneratedWafers implements WaferTool {
    private static final long STOP_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(GeneratedWafers.class);

    private final SyntheticLots lots;
    private final String topic;
    private final WaferTransport transport;
    private final Clock clock;
    private final AtomicLong acknowledged = new AtomicLong();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "fleck-demo-wafers"));

    private GeneratedWafers(SyntheticLots lots, String topic, WaferTransport transport, Clock clock) {
        this.lots = lots;
        this.topic = topic;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Starts sending.
     *
     * @param rate wafers a second, above 0
     * @param transport is closed with it
     */
    static GeneratedWafers start(SyntheticLots lots, double rate, String topic, WaferTransport transport, Clock clock) {
        GeneratedWafers wafers = new GeneratedWafers(lots, topic, transport, clock);
        long every = Math.max(1, (long) (1e9 / rate));
        var unused = wafers.timer.scheduleAtFixedRate(wafers::send, 0, every, TimeUnit.NANOSECONDS);
        return wafers;
    }

    /** One wafer, acknowledged before the next: a timer whose work throws would stop for good, and silently. */
    private void send() {
        DefectMap map = lots.next().map();
        try {
            WaferDefectMap value = WaferRecords.of(map, clock.instant());
            byte[] bytes = transport.serializer().serialize(topic, value);
            transport
                    .producer()
                    .send(new ProducerRecord<>(topic, WaferRecords.key(map), bytes))
                    .get();
            acknowledged.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("wafer {} was not sent", WaferRecords.key(map), e);
        }
    }

    @Override
    public void stop() {
        timer.shutdown();
        try {
            boolean unused = timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        transport.close();
    }
}
