package io.fleck.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.StationRecipe;
import io.fleck.serdes.UndecodableException.Reason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AvroDecoderTest {
    private static final String TOPIC = "inspection.frames";

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroDecoder<CameraFrame> decoder;

    @BeforeEach
    void open(TestInfo test) {
        codec = AvroCodec.of(
                RegistrySettings.at("mock://decoder" + test.getDisplayName().hashCode()));
        decoder = codec.decoder(CameraFrame.class);
        codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
    }

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void shouldRefuseARecordWithoutAValue() {
        refused(Reason.NO_VALUE, null);
    }

    @Test
    void shouldRefuseAForeignMagicByte() {
        UndecodableException error = refused(Reason.FOREIGN_MAGIC, new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4});
        assertThat(error)
                .as("a JPEG sent as it is")
                .hasMessage("FOREIGN_MAGIC: inspection.frames: first byte 0xff; expected 0x00");
        refused(Reason.FOREIGN_MAGIC, new byte[] {1});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void shouldRefuseAValueShorterThanItsHeader(int length) {
        assertThat(refused(Reason.TRUNCATED, new byte[length]))
                .hasMessageContaining(length + " bytes; the header alone takes 5");
    }

    @Test
    void shouldRefuseAnIdThatTheRegistryDoesNotKnow() {
        assertThat(refused(Reason.UNKNOWN_SCHEMA_ID, Payloads.of(999, new byte[10])))
                .hasMessageContaining("the registry knows no schema 999");
        refused(Reason.UNKNOWN_SCHEMA_ID, Payloads.of(-1, new byte[10]));
    }

    @Test
    void shouldRefuseAnotherRecord() throws Exception {
        int other = codec.registrations().register("other-value", Subjects.schemaOf(StationRecipe.class));
        byte[] recipe = Payloads.of(other, new byte[100]);
        assertThat(refused(Reason.WRONG_SCHEMA, recipe))
                .hasMessageContaining("is of io.fleck.avro.StationRecipe, not io.fleck.avro.CameraFrame");
        refused(Reason.WRONG_SCHEMA, recipe);
    }

    @Test
    void shouldRefuseASchemaThatIsNoRecord() {
        int text = codec.registrations().register("text-value", new AvroSchema("\"string\""));
        refused(Reason.WRONG_SCHEMA, Payloads.of(text, new byte[] {2, 'a'}));
    }

    @Test
    void shouldRefuseARecordThatOnlyShareItsName() {
        Schema namesake = SchemaBuilder.record("CameraFrame")
                .namespace("io.fleck.avro")
                .fields()
                .requiredInt("id")
                .endRecord();
        int id = codec.registrations().register("namesake-value", new AvroSchema(namesake));
        assertThat(refused(Reason.WRONG_SCHEMA, Payloads.of(id, new byte[] {2})))
                .hasMessageContaining("cannot be read as ours: ");
    }

    @Test
    void shouldReadAnOlderAndANewerVersion() throws Exception {
        Schema ours = Subjects.schemaOf(CameraFrame.class).rawSchema();
        CameraFrame old = decoder.decode(TOPIC, written(ours, "stride", "line", "claimCheck"));
        assertThat(old.getStride())
                .as("default of a field that the writer had not")
                .isZero();
        assertThat(old.getLine()).as("default of another").isEmpty();
        assertThat(old.getId()).as("a field that both have").isEqualTo("x");
        Schema newer = with(ours, new Schema.Field("gain", Schema.create(Schema.Type.DOUBLE), "Gain.", 1.0));
        CameraFrame newly = decoder.decode(TOPIC, written(newer));
        assertThat(newly.getBytes()).as("picture after an unknown field").isEqualTo(ByteBuffer.wrap(new byte[] {9}));
    }

    @Test
    void shouldCallAnImpossibleEnumSymbolMalformed() {
        byte[] whole = value(Records.frame(3));
        int format = whole.length - 3 - 1 - 1 - 3 - 1; // symbol, width, height, stride, length, picture, no claim check
        assertThat(whole[format]).as("the symbol Mono8").isEqualTo((byte) 6);
        byte[] damaged = whole.clone();
        damaged[format] = 127;
        refused(Reason.MALFORMED, damaged);
    }

    @Test
    void shouldServeManyThreads() throws Exception {
        List<byte[]> values = IntStream.range(1, 9)
                .mapToObj(size -> value(Records.frame(size * 100)))
                .toList();
        Callable<Integer> work = () -> {
            int right = 0;
            for (int i = 0; i < 2_000; i++) {
                int size = 1 + i % values.size();
                CameraFrame frame = decoder.decode(TOPIC, values.get(size - 1));
                right += frame.equals(Records.frame(size * 100)) ? 1 : 0;
            }
            return right;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> done : threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                assertThat(done.get()).as("frames read as they were written").isEqualTo(2_000);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] value(CameraFrame frame) {
        return codec.serializer(CameraFrame.class).serialize(TOPIC, frame);
    }

    private UndecodableException refused(Reason reason, byte @Nullable [] value) {
        UndecodableException error =
                catchThrowableOfType(UndecodableException.class, () -> decoder.decode(TOPIC, value));
        assertThat(error).as("a value that cannot be decoded").isNotNull();
        assertThat(error.reason()).as("reason of: %s", error.getMessage()).isEqualTo(reason);
        return error;
    }

    /** A frame without some fields, under a schema without them. */
    private byte[] written(Schema schema, String... without) throws Exception {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> !List.of(without).contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        Schema writer = Schema.createRecord("CameraFrame", "A frame.", "io.fleck.avro", false, fields);
        GenericRecord frame = new GenericData.Record(writer);
        writer.getFields().stream()
                .filter(Schema.Field::hasDefaultValue)
                .forEach(field -> frame.put(field.pos(), GenericData.get().getDefaultValue(field)));
        frame.put("id", "x");
        frame.put("camera", "c");
        frame.put("station", "s");
        frame.put("capturedAt", 1L);
        frame.put("sequence", 2L);
        frame.put("format", new GenericData.EnumSymbol(writer.getField("format").schema(), "Mono8"));
        frame.put("bytes", ByteBuffer.wrap(new byte[] {9}));
        int id = codec.registrations().register("written-" + writer.hashCode() + "-value", new AvroSchema(writer));
        return Payloads.of(id, frame);
    }

    private static Schema with(Schema schema, Schema.Field added) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(3, added);
        return Schema.createRecord("CameraFrame", "A frame.", "io.fleck.avro", false, fields);
    }
}
