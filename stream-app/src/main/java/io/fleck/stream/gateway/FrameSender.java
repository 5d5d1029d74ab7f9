package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.SchemaNotRegisteredException;
import io.fleck.stream.claims.ClaimStoreUnavailableException;
import io.fleck.stream.claims.ClaimWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands frames to the producer one after the other. Where claim store, registry or broker do not answer it tries the same frame again
 * until it is stopped, so that none is passed over and the order holds. Used by one thread.
 */
final class FrameSender {
    static final Duration RETRY = Duration.ofSeconds(1);

    private final GatewaySettings settings;
    private final Producer<String, byte[]> producer;
    private final Serializer<CameraFrame> serializer;
    private final @Nullable ClaimWriter claims;
    private final GatewayClock clock;
    private final Outcomes outcomes;
    private final Holdup holdup;

    FrameSender(
            GatewaySettings settings, FrameTransport transport, GatewayClock clock, Outcomes outcomes, Holdup holdup) {
        this.settings = settings;
        this.producer = transport.producer();
        this.serializer = transport.serializer();
        this.claims = transport.claims();
        this.clock = clock;
        this.outcomes = outcomes;
        this.holdup = holdup;
    }

    /** Sends a frame; returns when the producer has it, or when stopped before. */
    void send(PreparedFrame frame, BooleanSupplier stopped) throws InterruptedException {
        Optional<PreparedFrame> ready = claims == null ? Optional.of(frame) : claimed(frame, claims, stopped);
        while (ready.isPresent() && !stopped.getAsBoolean()) {
            if (attempt(ready.get())) {
                return;
            }
            clock.await(RETRY);
        }
    }

    /** A large picture lies in its store before its frame is sent; empty when stopped before. */
    private Optional<PreparedFrame> claimed(PreparedFrame frame, ClaimWriter writer, BooleanSupplier stopped)
            throws InterruptedException {
        if (!writer.claims(frame.bytes().remaining())) {
            return Optional.of(frame);
        }
        while (!stopped.getAsBoolean()) {
            try {
                return Optional.of(frame.claimedBy(writer.deposit(frame.bytes())));
            } catch (ClaimStoreUnavailableException e) {
                holdup.begin("the claim store does not take pictures: " + e.getMessage());
                clock.await(RETRY);
            }
        }
        return Optional.empty();
    }

    private boolean attempt(PreparedFrame frame) {
        Instant sent = clock.now();
        try {
            byte[] value = serializer.serialize(settings.topic(), frame.toRecord(settings, sent));
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(settings.topic(), null, sent.toEpochMilli(), settings.camera(), value);
            return hand(frame, message);
        } catch (RegistryUnavailableException e) {
            holdup.begin(String.valueOf(e.getMessage()));
            return false;
        } catch (SchemaNotRegisteredException e) {
            throw new GatewayException(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean hand(PreparedFrame frame, ProducerRecord<String, byte[]> message) {
        Delivery delivery = new Delivery(frame, Thread.currentThread());
        outcomes.handed();
        try {
            var unused = producer.send(message, delivery);
        } catch (KafkaException | IllegalStateException e) {
            outcomes.broken(new GatewayException("the producer can't go on: " + e.getMessage(), e));
        }
        return !delivery.handedBack;
    }

    /** What the producer says of one frame. */
    private final class Delivery implements Callback {
        private final PreparedFrame frame;
        private final Thread caller;
        private boolean handedBack;

        Delivery(PreparedFrame frame, Thread caller) {
            this.frame = frame;
            this.caller = caller;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
            if (error == null) {
                acknowledged();
            } else if (error instanceof TimeoutException && Thread.currentThread() == caller) {
                // Not taken: no room in the buffer, or no word from the broker yet. Only send() itself says so.
                handedBack = true;
                outcomes.handedBack();
                holdup.begin("the broker does not take frames: " + error.getMessage());
            } else if (error instanceof RecordTooLargeException) {
                outcomes.refused(frame.item(), "the broker refuses it: " + error.getMessage());
            } else {
                outcomes.broken(new GatewayException("the broker refuses frames: " + error.getMessage(), error));
            }
        }

        private void acknowledged() {
            try {
                outcomes.acknowledged(frame.item(), frame.assignment());
                holdup.end();
            } catch (GatewayException e) {
                outcomes.broken(e); // the journal cannot be written
            }
        }
    }
}
