package io.fleck.load.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrameDriverTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final long SECONDS = 60;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static RunningRegistry registry;

    private MockProducer<String, byte[]> producer = producer(true);
    private FrameDriver driver = driver(producer);

    @BeforeAll
    static void start() {
        registry = new RunningRegistry(folder);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static MockProducer<String, byte[]> producer(boolean acknowledges) {
        return new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static FrameDriver driver(MockProducer<String, byte[]> producer) {
        return new FrameDriver(
                RunningRegistry.TOPIC, new FrameMaker(64), registry.codec, producer, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static CameraFrame decode(ProducerRecord<String, byte[]> record) {
        return registry.codec.decoder(CameraFrame.class).decode(record.topic(), record.value());
    }

    @Test
    void shouldSendFramesByTheirNumberUnderTheirCamera() {
        driver.burst(20);
        List<ProducerRecord<String, byte[]>> records = producer.history();
        assertThat(records).hasSize(20);
        for (int number = 0; number < 20; number++) {
            assertThat(decode(records.get(number)))
                    .as("frame %s", number)
                    .isEqualTo(new FrameMaker(64).frame(number, NOON));
            assertThat(records.get(number).key()).isEqualTo(FrameMaker.camera(number));
            assertThat(records.get(number).timestamp()).isEqualTo(NOON.toEpochMilli());
        }
        assertThat(driver.sent()).isEqualTo(20);
        assertThat(driver.acknowledgedInputs().count()).isEqualTo(20);
    }

    @Test
    void shouldPoisonOneOfSoMany() {
        driver.poisonEvery(20);
        driver.burst(100);
        assertThat(driver.poison()).isEqualTo(5);
        assertThat(producer.history().get(19).value()[0]).as("the first kind").isEqualTo((byte) '{');
        assertThat(decode(producer.history().get(18)).getSequence()).isEqualTo(3);
        assertThat(driver.acknowledgedInputs().count())
                .as("poison is an input too")
                .isEqualTo(100);
    }

    @Test
    void shouldSendFramesOfALaterSchemaFromThenOn() {
        driver.burst(1);
        driver.registerNewerSchema();
        driver.burst(1);
        driver.useNewerSchema();
        driver.burst(1);
        List<ProducerRecord<String, byte[]>> records = producer.history();
        assertThat(schemaId(records.get(1))).isEqualTo(schemaId(records.get(0)));
        assertThat(schemaId(records.get(2))).isNotEqualTo(schemaId(records.get(0)));
        try (AvroCodec reader = registry.newCodec()) {
            CameraFrame frame = reader.decoder(CameraFrame.class)
                    .decode(RunningRegistry.TOPIC, records.get(2).value());
            assertThat(frame).isEqualTo(new FrameMaker(64).frame(2, NOON));
        }
    }

    private static int schemaId(ProducerRecord<String, byte[]> record) {
        return ByteBuffer.wrap(record.value()).getInt(1);
    }

    @Test
    void shouldNotUseALaterSchemaThatIsNotRegistered() {
        assertThatThrownBy(driver::useNewerSchema)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not registered");
    }

    @Test
    void shouldStampFramesOfAShiftedClock() {
        driver.shiftClock(Duration.ofMinutes(45));
        driver.burst(1);
        driver.shiftClock(Duration.ofMinutes(-90));
        driver.burst(1);
        assertThat(producer.history().get(0).timestamp())
                .isEqualTo(NOON.plusSeconds(45 * 60).toEpochMilli());
        assertThat(decode(producer.history().get(1)).getCapturedAt()).isEqualTo(NOON.minusSeconds(45 * 60));
    }

    @Test
    void shouldLetFramesFlowUntilItFinishes() throws InterruptedException {
        driver.flow(1_000);
        awaitSent(30);
        driver.finish(10);
        long sent = driver.sent();
        assertThat(sent).as("no fewer than flowed").isGreaterThanOrEqualTo(30);
        assertThat(producer.history()).hasSize(Math.toIntExact(sent));
        driver.finish(sent + 5);
        assertThat(driver.sent()).as("sends what is missing").isEqualTo(sent + 5);
    }

    private void awaitSent(long frames) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (driver.sent() < frames) {
            assertThat(System.nanoTime()).as("%s frames flow in time", frames).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldFlowOnlyOnce() {
        driver.flow(1_000);
        assertThatThrownBy(() -> driver.flow(1_000)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldCountNothingThatWasNotAcknowledged() {
        producer = producer(false);
        driver = driver(producer);
        driver.push(4);
        assertThat(driver.sent()).isEqualTo(4);
        assertThat(driver.acknowledgedInputs().count()).isZero();
        producer.completeNext();
        assertThat(driver.acknowledgedInputs().count()).isEqualTo(1);
    }

    @Test
    void shouldSayThatAFrameWasRefused() {
        producer = producer(false);
        driver = driver(producer);
        driver.push(1);
        producer.errorNext(new RecordTooLargeException("too large"));
        assertThatThrownBy(() -> driver.push(1))
                .isInstanceOf(DriverException.class)
                .hasMessage("a frame was refused: too large");
        assertThat(driver.acknowledgedInputs().count()).isZero();
    }

    @Test
    void shouldRefuseToPoisonOneOfNone() {
        assertThatThrownBy(() -> driver.poisonEvery(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of 0");
    }
}
