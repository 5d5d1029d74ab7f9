package io.fleck.load.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PoisonTest {
    private static final CameraFrame FRAME = new FrameMaker(64).frame(1, Instant.EPOCH);

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static RunningRegistry registry;

    @BeforeAll
    static void start() {
        registry = new RunningRegistry(folder);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static ProducerRecord<String, byte[]> spoil(Poison poison) {
        return poison.spoil(RunningRegistry.TOPIC, FRAME, registry::bytes);
    }

    private static CameraFrame decode(ProducerRecord<String, byte[]> record) {
        AvroDecoder<CameraFrame> decoder = registry.codec.decoder(CameraFrame.class);
        return decoder.decode(record.topic(), record.value());
    }

    @ParameterizedTest
    @EnumSource(names = {"FOREIGN", "TRUNCATED", "UNKNOWN_SCHEMA", "NO_VALUE"})
    void shouldNotBeReadable(Poison poison) {
        assertThatThrownBy(() -> decode(spoil(poison))).isInstanceOf(UndecodableException.class);
        assertThat(spoil(poison).key()).isEqualTo(FRAME.getCamera());
    }

    @Test
    void shouldCarryAKeyThatIsNotTheCamera() {
        ProducerRecord<String, byte[]> record = spoil(Poison.FOREIGN_KEY);
        assertThat(decode(record)).isEqualTo(FRAME);
        assertThat(record.key()).isNotEqualTo(FRAME.getCamera());
    }

    @Test
    void shouldPromiseMorePixelsThanThereAre() {
        CameraFrame spoilt = decode(spoil(Poison.TOO_FEW_PIXELS));
        assertThat(spoilt.getWidth() * spoilt.getHeight())
                .isGreaterThan(spoilt.getBytes().remaining());
    }

    @Test
    void shouldCallPixelsAFile() {
        assertThat(decode(spoil(Poison.NO_PICTURE)).getFormat()).isEqualTo(FrameFormat.JPEG);
    }

    @Test
    void shouldComeInEveryKindByTurns() {
        Set<Poison> kinds = LongStream.range(0, Poison.values().length)
                .mapToObj(Poison::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Poison.class)));
        assertThat(kinds).containsExactly(Poison.values());
    }
}
