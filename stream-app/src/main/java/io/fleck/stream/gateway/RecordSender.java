package io.fleck.stream.gateway;

import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.SchemaNotRegisteredException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hands records to the producer one after the other. Where registry or broker do not answer it tries the same one again
 * until it is stopped, so that none is passed over and the order holds. Used by one thread.
 */
public final class RecordSender {
    static final Duration RETRY = Duration.ofSeconds(1);

    /** Told what the broker says of one record; by the producer's thread. */
    public interface Receipt {
        /** The broker has it. */
        void acknowledged();

        /** The broker will never take it, for this reason. */
        void refused(String reason);
    }

    private final String noun;
    private final Producer<String, byte[]> producer;
    private final GatewayClock clock;
    private final Deliveries deliveries;
    private final Holdup holdup;

    /**
     * A sender of one kind of record.
     *
     * @param noun what they are called, many of them: "frames"
     */
    public RecordSender(
            String noun, Producer<String, byte[]> producer, GatewayClock clock, Deliveries deliveries, Holdup holdup) {
        this.noun = noun;
        this.producer = producer;
        this.clock = clock;
        this.deliveries = deliveries;
        this.holdup = holdup;
    }

    /**
     * Sends a record; returns when the producer has it, or when stopped before.
     *
     * @param record makes it, with the time at which it is sent
     */
    public void send(Function<Instant, ProducerRecord<String, byte[]>> record, Receipt receipt, BooleanSupplier stopped)
            throws InterruptedException {
        while (!stopped.getAsBoolean()) {
            if (attempt(record, receipt)) {
                return;
            }
            clock.await(RETRY);
        }
    }

    private boolean attempt(Function<Instant, ProducerRecord<String, byte[]>> record, Receipt receipt) {
        try {
            return hand(record.apply(clock.now()), receipt);
        } catch (RegistryUnavailableException e) {
            holdup.begin(String.valueOf(e.getMessage()));
            return false;
        } catch (SchemaNotRegisteredException e) {
            throw new GatewayException(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean hand(ProducerRecord<String, byte[]> message, Receipt receipt) {
        Delivery delivery = new Delivery(receipt, Thread.currentThread());
        deliveries.handed();
        try {
            var unused = producer.send(message, delivery);
        } catch (KafkaException | IllegalStateException e) {
            deliveries.broken(new GatewayException("the producer can't go on: " + e.getMessage(), e));
        }
        return !delivery.handedBack;
    }

    /** What the producer says of one record. */
    private final class Delivery implements Callback {
        private final Receipt receipt;
        private final Thread caller;
        private boolean handedBack;

        Delivery(Receipt receipt, Thread caller) {
            this.receipt = receipt;
            this.caller = caller;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
            try {
                conclude(error);
            } catch (GatewayException e) {
                deliveries.broken(e); // the journal cannot be written
            }
        }

        private void conclude(@Nullable Exception error) {
            if (error == null) {
                receipt.acknowledged();
                holdup.end();
            } else if (error instanceof TimeoutException && Thread.currentThread() == caller) {
                // Not taken: no room in the buffer, or no word from the broker yet. Only send() itself says so.
                handedBack = true;
                deliveries.handedBack();
                holdup.begin("the broker does not take " + noun + ": " + error.getMessage());
            } else if (error instanceof RecordTooLargeException) {
                receipt.refused("the broker refuses it: " + error.getMessage());
            } else {
                deliveries.broken(
                        new GatewayException("the broker refuses " + noun + ": " + error.getMessage(), error));
            }
        }
    }
}
