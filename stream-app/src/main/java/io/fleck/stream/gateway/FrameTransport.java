package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.claims.ClaimWriter;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the broker. Several gateways may share one; whoever made it closes it, after the gateways.
 *
 * @param producer a producer with {@link ProducerSettings}' guarantees
 * @param serializer frames into bytes in the Confluent wire format, as {@link AvroCodec#serializer} gives it
 * @param claims puts large pictures elsewhere; {@code null} sends all of them in their records
 */
public record FrameTransport(
        Producer<String, byte[]> producer,
        Serializer<CameraFrame> serializer,
        @Nullable ClaimWriter claims) implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /** A way on which every picture goes in its record. */
    public FrameTransport(Producer<String, byte[]> producer, Serializer<CameraFrame> serializer) {
        this(producer, serializer, null);
    }

    /** Bytes of the largest picture that can be sent. */
    long largest(GatewaySettings settings) {
        return claims == null ? settings.inlineLimit() : Math.max(settings.inlineLimit(), claims.largest());
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
        if (claims != null) {
            claims.close();
        }
    }
}
