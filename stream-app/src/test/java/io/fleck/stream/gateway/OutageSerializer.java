package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Asks a registry that nobody runs for a few times, then the one that is there. */
final class OutageSerializer implements Serializer<CameraFrame> {
    private final Serializer<CameraFrame> away =
            AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1")).serializer(CameraFrame.class);
    private final Serializer<CameraFrame> there;
    private int failures;

    OutageSerializer(Serializer<CameraFrame> there, int failures) {
        this.there = there;
        this.failures = failures;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable CameraFrame frame) {
        return (failures-- > 0 ? away : there).serialize(topic, frame);
    }
}
