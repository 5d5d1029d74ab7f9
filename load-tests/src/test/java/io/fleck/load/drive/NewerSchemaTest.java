package io.fleck.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.Subjects;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewerSchemaTest {
    private static final CameraFrame FRAME = new FrameMaker(64).frame(7, Instant.EPOCH);

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheSameFrameToAReaderOfThePresentSchema() {
        try (RunningRegistry registry = new RunningRegistry(folder);
                AvroCodec reader = registry.newCodec()) {
            NewerSchema newer = NewerSchema.register(registry.codec, RunningRegistry.TOPIC);
            byte[] value = registry.bytes(FRAME);
            byte[] rewritten = newer.rewrite(value);
            assertThat(reader.decoder(CameraFrame.class).decode(RunningRegistry.TOPIC, rewritten))
                    .isEqualTo(FRAME);
            assertThat(schemaId(rewritten)).as("schema id").isNotEqualTo(schemaId(value));
        }
    }

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value).getInt(1);
    }

    @Test
    void shouldBecomeAVersionOfTheSameSubjectOnce() {
        try (RunningRegistry registry = new RunningRegistry(folder)) {
            NewerSchema.register(registry.codec, RunningRegistry.TOPIC);
            NewerSchema.register(registry.codec, RunningRegistry.TOPIC);
            assertThat(registry.codec.registrations().versions(Subjects.ofValue(RunningRegistry.TOPIC)))
                    .containsExactly(1, 2);
        }
    }
}
