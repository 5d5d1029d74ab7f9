package io.fleck.load.drive;

import io.fleck.avro.CameraFrame;
import io.fleck.cluster.broker.Ports;
import io.fleck.cluster.registry.RegistryOptions;
import io.fleck.cluster.registry.SchemaRegistry;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.Subjects;
import java.nio.file.Path;

/** A registry that knows the schema of frames, and a codec over it. */
final class RunningRegistry implements AutoCloseable {
    static final String TOPIC = "frames";

    private final Ports ports = new Ports();
    private final SchemaRegistry registry;
    final AvroCodec codec;

    RunningRegistry(Path folder) {
        registry = SchemaRegistry.start(RegistryOptions.of(ports.any(), folder.resolve("registry.jsonl")));
        codec = newCodec();
        codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
    }

    /** Another one, which knows no schema yet. */
    AvroCodec newCodec() {
        return AvroCodec.of(RegistrySettings.at(registry.url()));
    }

    byte[] bytes(CameraFrame frame) {
        return codec.serializer(CameraFrame.class).serialize(TOPIC, frame);
    }

    @Override
    public void close() {
        codec.close();
        registry.close();
        ports.close();
    }
}
