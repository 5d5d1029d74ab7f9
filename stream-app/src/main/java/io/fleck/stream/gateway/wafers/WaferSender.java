package io.fleck.stream.gateway.wafers;

import io.fleck.core.wafer.DefectMap;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.SchemaNotRegisteredException;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.Holdup;
import io.fleck.stream.gateway.wafers.WaferOutcomes.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hands wafers to the producer one after the other. Where registry or broker do not answer it tries the same wafer again
 * until it is stopped, so that none is passed over and the order holds. Used by one thread.
 */
final class WaferSender {
    static final Duration RETRY = Duration.ofSeconds(1);

    private final String topic;
    private final WaferTransport transport;
    private final GatewayClock clock;
    private final WaferOutcomes outcomes;
    private final Holdup holdup;

    WaferSender(String topic, WaferTransport transport, GatewayClock clock, WaferOutcomes outcomes, Holdup holdup) {
        this.topic = topic;
        this.transport = transport;
        this.clock = clock;
        this.outcomes = outcomes;
        this.holdup = holdup;
    }

    /** Sends a wafer of a file; returns when the producer has it, or when stopped before. */
    void send(DefectMap map, Sending sending, BooleanSupplier stopped) throws InterruptedException {
        while (!stopped.getAsBoolean()) {
            if (attempt(map, sending)) {
                return;
            }
            clock.await(RETRY);
        }
    }

    private boolean attempt(DefectMap map, Sending sending) {
        Instant now = clock.now();
        Instant otherwise = sending.file().capturedAt().orElse(now);
        try {
            byte[] value = transport.serializer().serialize(topic, WaferRecords.of(map, otherwise));
            return hand(
                    map, sending, new ProducerRecord<>(topic, null, now.toEpochMilli(), WaferRecords.key(map), value));
        } catch (RegistryUnavailableException e) {
            holdup.begin(String.valueOf(e.getMessage()));
            return false;
        } catch (SchemaNotRegisteredException e) {
            throw new GatewayException(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean hand(DefectMap map, Sending sending, ProducerRecord<String, byte[]> message) {
        Delivery delivery = new Delivery(WaferRecords.key(map), sending, Thread.currentThread());
        outcomes.handed();
        try {
            var unused = transport.producer().send(message, delivery);
        } catch (KafkaException | IllegalStateException e) {
            outcomes.broken(new GatewayException("the producer can't go on: " + e.getMessage(), e));
        }
        return !delivery.handedBack;
    }

    /** What the producer says of one wafer. */
    private final class Delivery implements Callback {
        private final String key;
        private final Sending sending;
        private final Thread caller;
        private boolean handedBack;

        Delivery(String key, Sending sending, Thread caller) {
            this.key = key;
            this.sending = sending;
            this.caller = caller;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
            try {
                conclude(error);
            } catch (GatewayException e) {
                outcomes.broken(e); // the journal cannot be written
            }
        }

        private void conclude(@Nullable Exception error) {
            if (error == null) {
                outcomes.acknowledged(sending);
                holdup.end();
            } else if (error instanceof TimeoutException && Thread.currentThread() == caller) {
                // Not taken: no room in the buffer, or no word from the broker yet. Only send() itself says so.
                handedBack = true;
                outcomes.handedBack();
                holdup.begin("the broker does not take wafer maps: " + error.getMessage());
            } else if (error instanceof RecordTooLargeException) {
                outcomes.refused(sending, "wafer " + key + ": the broker refuses it: " + error.getMessage());
            } else {
                outcomes.broken(new GatewayException("the broker refuses wafer maps: " + error.getMessage(), error));
            }
        }
    }
}
