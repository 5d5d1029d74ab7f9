package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.stream.claims.ClaimStoreUnavailableException;
import io.fleck.stream.claims.ClaimWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends prepared frames in order, a large picture into its claim store first. Where that store does not answer it tries
 * the same picture again until it is stopped. Used by one thread.
 */
final class FrameSender {
    private final GatewaySettings settings;
    private final Serializer<CameraFrame> serializer;
    private final @Nullable ClaimWriter claims;
    private final GatewayClock clock;
    private final Outcomes outcomes;
    private final Holdup holdup;
    private final RecordSender sender;

    FrameSender(
            GatewaySettings settings,
            FrameTransport transport,
            GatewayClock clock,
            Outcomes outcomes,
            Holdup holdup,
            RecordSender sender) {
        this.settings = settings;
        this.serializer = transport.serializer();
        this.claims = transport.claims();
        this.clock = clock;
        this.outcomes = outcomes;
        this.holdup = holdup;
        this.sender = sender;
    }

    /** Sends a frame; returns when the producer has it, or when stopped before. */
    void send(PreparedFrame frame, BooleanSupplier stopped) throws InterruptedException {
        Optional<PreparedFrame> ready = claims == null ? Optional.of(frame) : claimed(frame, claims, stopped);
        if (ready.isPresent()) {
            sender.send(sent -> record(ready.get(), sent), receipt(ready.get()), stopped);
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
                clock.await(RecordSender.RETRY);
            }
        }
        return Optional.empty();
    }

    private ProducerRecord<String, byte[]> record(PreparedFrame frame, Instant sent) {
        byte[] value = serializer.serialize(settings.topic(), frame.toRecord(settings, sent));
        return new ProducerRecord<>(settings.topic(), null, sent.toEpochMilli(), settings.camera(), value);
    }

    private RecordSender.Receipt receipt(PreparedFrame frame) {
        return new RecordSender.Receipt() {
            @Override
            public void acknowledged() {
                outcomes.acknowledged(frame.item(), frame.assignment());
            }

            @Override
            public void refused(String reason) {
                outcomes.refused(frame.item(), reason);
            }
        };
    }
}
