package io.fleck.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

final class AvroCodecTest {
    private static final String TOPIC = "inspection.frames";

    @Test
    void shouldReadWhatItWrote() throws Exception {
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://codec"))) {
            codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
            Serializer<CameraFrame> serializer = codec.serializer(CameraFrame.class);
            Deserializer<CameraFrame> deserializer = codec.deserializer(CameraFrame.class);
            CameraFrame frame = Records.frame(1_000);
            byte[] value = serializer.serialize(TOPIC, frame);
            assertThat(codec.decoder(CameraFrame.class).decode(TOPIC, value))
                    .as("our decode step")
                    .isEqualTo(frame);
            assertThat(deserializer.deserialize(TOPIC, value))
                    .as("Confluent's deserializer")
                    .isEqualTo(frame);
        }
    }

    @Test
    void shouldRefuseToWriteWhatNobodyRegistered() {
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://unregistered"))) {
            Serializer<CameraFrame> serializer = codec.serializer(CameraFrame.class);
            assertThatThrownBy(() -> serializer.serialize(TOPIC, Records.frame(10)))
                    .isInstanceOf(SchemaNotRegisteredException.class)
                    .hasMessageContaining("io.fleck.avro.CameraFrame is not registered under inspection.frames-value");
        }
    }

    @Test
    void shouldWriteATombstoneForNoRecord() {
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://tombstone"))) {
            codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
            assertThat(codec.serializer(CameraFrame.class).serialize(TOPIC, null))
                    .as("value of no record")
                    .isNull();
        }
    }

    @Test
    void shouldRegisterTheSchemaAsItsFileSaysIt() throws Exception {
        Schema file = new Schema.Parser()
                .parse(Path.of(System.getProperty("fleck.root", ".."), "avro/src/main/avro/CameraFrame.avsc")
                        .toFile());
        assertThat(Subjects.schemaOf(CameraFrame.class).rawSchema().toString())
                .as("registered schema, without Java's own properties")
                .isEqualTo(file.toString())
                .doesNotContain("avro.java.string");
    }
}
