package io.fleck.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.WaferDefectMap;
import io.fleck.serdes.UndecodableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.io.Encoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What decoding allocates, and what it says of values that are cut, damaged or lie about their lengths. */
final class PayloadBoundsTest {
    private static final String TOPIC = "inspection.frames";
    private static final long GIB = 1L << 30;
    private static final long LITTLE = 64 << 10;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroDecoder<CameraFrame> decoder;

    private int frames;

    @BeforeEach
    void open(TestInfo test) {
        codec = AvroCodec.of(
                RegistrySettings.at("mock://bounds" + test.getDisplayName().hashCode()));
        decoder = codec.decoder(CameraFrame.class);
        frames = codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
    }

    @AfterEach
    void close() {
        codec.close();
    }

    /** A truncated frame ends inside a field or inside a length that it no longer holds; either way it is named. */
    @Test
    void shouldNameEveryTruncation() {
        byte[] whole = value(Records.frame(40));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            UndecodableException error =
                    catchThrowableOfType(UndecodableException.class, () -> decoder.decode(TOPIC, cut));
            assertThat(error)
                    .as("frame cut after %s of %s bytes", length, whole.length)
                    .isNotNull();
            assertThat(error.reason())
                    .as("frame cut after %s of %s bytes", length, whole.length)
                    .isIn(Reason.TRUNCATED, Reason.LENGTH_BEYOND_PAYLOAD);
        }
    }

    @Test
    void shouldRefuseBytesThatDeclareMoreThanThereIs() throws Exception {
        byte[] value = Payloads.padded(frames, 100, encoder -> {
            header(encoder);
            encoder.writeLong(GIB);
        });
        UndecodableException error = refused(Reason.LENGTH_BEYOND_PAYLOAD, value);
        assertThat(error).hasMessageContaining("a bytes field declares 1073741824, and ");
        assertThat(allocation(value)).as("bytes allocated while refusing 1 GiB").isLessThan(LITTLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {GIB, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void shouldRefuseAStringThatDeclaresMoreThanThereIs(long length) throws Exception {
        byte[] value = Payloads.padded(frames, 100, encoder -> encoder.writeLong(length));
        assertThat(refused(Reason.LENGTH_BEYOND_PAYLOAD, value)).hasMessageContaining("a string declares " + length);
        assertThat(allocation(value)).as("bytes allocated while refusing").isLessThan(LITTLE);
    }

    @Test
    void shouldRefuseAnArrayThatDeclaresMoreThanThereIs() throws Exception {
        AvroDecoder<WaferDefectMap> wafers = codec.decoder(WaferDefectMap.class);
        int id = codec.registrations().register("wafers-value", Subjects.schemaOf(WaferDefectMap.class));
        byte[] value = Payloads.padded(id, 100, encoder -> {
            for (int i = 0; i < 3; i++) {
                encoder.writeString("x"); // id, lot, wafer
            }
            encoder.writeIndex(0); // slot
            for (int i = 0; i < 4; i++) {
                encoder.writeString(""); // step, product, tool, recipe
            }
            encoder.writeLong(0); // inspectedAt
            for (int i = 0; i < 5; i++) {
                encoder.writeFloat(1); // diameter, pitch, origin
            }
            encoder.writeEnum(0); // notch
            encoder.writeArrayStart();
            encoder.setItemCount(GIB);
        });
        assertThatThrownBy(() -> wafers.decode(TOPIC, value))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("LENGTH_BEYOND_PAYLOAD")
                .hasMessageContaining("an array declares 1073741824");
        long allocated = Allocation.of(
                () -> catchThrowableOfType(UndecodableException.class, () -> wafers.decode(TOPIC, value)));
        assertThat(allocated).as("bytes allocated while refusing 2^30 items").isLessThan(LITTLE);
    }

    /** The header of 5 bytes aside, a frame's picture is the very memory that Kafka handed over. */
    @Test
    void shouldNotCopyThePicture() {
        CameraFrame frame = Records.frame(4 << 20);
        byte[] value = value(frame);
        long allocated = Allocation.of(() -> decoder.decode(TOPIC, value));
        assertThat(allocated).as("bytes allocated for a frame of 4 MiB").isLessThan(LITTLE);
        ByteBuffer picture = decoder.decode(TOPIC, value).getBytes();
        assertThat(picture).as("picture").isEqualTo(frame.getBytes());
        assertThat(picture.array()).as("memory of the picture").isSameAs(value);
        assertThat(value[picture.arrayOffset()]).as("first byte of the picture").isEqualTo(picture.get(0));
    }

    @Test
    void shouldEndEveryDamagedValueInARecordOrANamedReason() {
        Random random = new Random(1);
        byte[] whole = value(Records.frame(200));
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(decoder.decode(TOPIC, damaged)).isNotNull();
            } catch (UndecodableException e) {
                assertThat(e.reason()).as("round %s", round).isNotNull();
            }
        }
    }

    private byte[] value(CameraFrame frame) {
        return codec.serializer(CameraFrame.class).serialize(TOPIC, frame);
    }

    private UndecodableException refused(Reason reason, byte[] value) {
        UndecodableException error =
                catchThrowableOfType(UndecodableException.class, () -> decoder.decode(TOPIC, value));
        assertThat(error).as("a value that cannot be decoded").isNotNull();
        assertThat(error.reason()).as("reason of: %s", error.getMessage()).isEqualTo(reason);
        return error;
    }

    private long allocation(byte[] value) {
        return Allocation.of(
                () -> catchThrowableOfType(UndecodableException.class, () -> decoder.decode(TOPIC, value)));
    }

    /** A frame's fields before its bytes. */
    private static void header(Encoder encoder) throws IOException {
        encoder.writeString("id");
        encoder.writeString("camera");
        encoder.writeString("line");
        encoder.writeString("station");
        encoder.writeIndex(0); // part
        encoder.writeIndex(0); // lot
        encoder.writeLong(0); // capturedAt
        encoder.writeLong(0); // sequence
        encoder.writeEnum(3); // format
        encoder.writeInt(1); // width
        encoder.writeInt(1); // height
        encoder.writeInt(0); // stride
    }
}
