package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeadLettersTest {
    private static final byte[] KEY = "cam-ü1".getBytes(StandardCharsets.UTF_8);

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Sends poison between two good frames and returns its dead letter. */
    private static TestRecord<byte[], byte[]> sendBetweenGoodFrames(
            Pipeline pipeline, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        pipeline.send(Pipeline.frame(1).build());
        pipeline.send(key, value, headers);
        pipeline.send(Pipeline.frame(2).build());
        assertThat(pipeline.results())
                .as("the frames around are inspected")
                .extracting(InspectionResult::getInputId)
                .containsExactly("frame-1", "frame-2");
        List<TestRecord<byte[], byte[]>> deadLetters = pipeline.records(Topic.DEAD_LETTERS);
        assertThat(deadLetters).as("exactly one dead letter").hasSize(1);
        return deadLetters.get(0);
    }

    static Stream<Arguments> poisonedFrames() {
        ClaimCheck elsewhere = new ClaimCheck("file:///x", 1L, "ab".repeat(32));
        ClaimCheck web = new ClaimCheck("http://127.0.0.1/x", 1L, "ab".repeat(32));
        CameraFrame.Builder claimed = Pipeline.frame(3).setBytes(ByteBuffer.allocate(0));
        return Stream.of(
                Arguments.of("FRAME_INVALID", Pipeline.frame(3).setId("").build()),
                Arguments.of(
                        "FRAME_INVALID",
                        Pipeline.frame(3).setId("x".repeat(129)).build()),
                Arguments.of("FRAME_INVALID", Pipeline.frame(3).setWidth(-1).build()),
                Arguments.of(
                        "FRAME_STATION_UNKNOWN",
                        Pipeline.frame(3).setStation("nowhere").build()),
                Arguments.of(
                        "FRAME_KEY_MISMATCH",
                        Pipeline.frame(3).setCamera("cam-2").build()),
                Arguments.of(
                        "FRAME_INVALID",
                        Pipeline.frame(3).setClaimCheck(elsewhere).build()),
                Arguments.of("CLAIM_FORBIDDEN", claimed.setClaimCheck(elsewhere).build()),
                Arguments.of("CLAIM_SCHEME", claimed.setClaimCheck(web).build()),
                Arguments.of(
                        "IMAGE_UNSUPPORTED",
                        Pipeline.frame(3).setFormat(FrameFormat.UNKNOWN).build()),
                Arguments.of(
                        "IMAGE_TRUNCATED",
                        Pipeline.frame(FakeInspector.UNDECODABLE).build()),
                Arguments.of("INTERNAL", Pipeline.frame(FakeInspector.DEFECT).build()));
    }

    @ParameterizedTest
    @MethodSource("poisonedFrames")
    void shouldKeepAFrameThatCannotBeInspectedAsItCame(String reason, CameraFrame frame) {
        try (Pipeline pipeline = Pipeline.start()) {
            byte[] value = pipeline.bytes(frame);
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, KEY, value, new RecordHeaders());
            assertThat(letter.value()).isEqualTo(value);
            assertThat(texts(letter.headers())).containsEntry("fleck.dead-letter.reason", reason);
            assertThat(pipeline.metric("fleck_dead_letters_total", "reason", reason))
                    .isEqualTo(1);
        }
    }

    static Stream<Arguments> foreignValues() {
        return Stream.of(
                Arguments.of("AVRO_NO_VALUE", null),
                Arguments.of("AVRO_TRUNCATED", new byte[] {0, 0}),
                Arguments.of("AVRO_FOREIGN_MAGIC", "not Avro at all".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("AVRO_UNKNOWN_SCHEMA_ID", new byte[] {0, 0x7F, 0, 0, 0, 1, 2}));
    }

    @ParameterizedTest
    @MethodSource("foreignValues")
    void shouldKeepAValueThatIsNoFrameAsItCame(String reason, byte @Nullable [] value) {
        try (Pipeline pipeline = Pipeline.start()) {
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, KEY, value, new RecordHeaders());
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(texts(letter.headers())).containsEntry("fleck.dead-letter.reason", reason);
        }
    }

    @Test
    void shouldKeepARecordOfAnotherSchema() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(9).build());
            byte[] value = pipeline.records(Topic.RESULTS).get(0).value();
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, KEY, value, new RecordHeaders());
            assertThat(letter.value()).isEqualTo(value);
            assertThat(texts(letter.headers())).containsEntry("fleck.dead-letter.reason", "AVRO_WRONG_SCHEMA");
        }
    }

    @Test
    void shouldKeepTheHeadersAndSayWhereItCameFromAndWhy() {
        Headers headers = new RecordHeaders()
                .add("traceparent", "00-abc".getBytes(StandardCharsets.UTF_8))
                .add("fleck.dead-letter.reason", "AN_EARLIER_ONE".getBytes(StandardCharsets.UTF_8));
        try (Pipeline pipeline = Pipeline.start()) {
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, null, new byte[] {0, 0}, headers);
            assertThat(letter.key()).as("the key as it came: none").isNull();
            assertThat(letter.timestamp()).isEqualTo(Pipeline.NOW.toEpochMilli());
            assertThat(Arrays.stream(letter.headers().toArray()).map(Header::key))
                    .as("each header once")
                    .doesNotHaveDuplicates();
            assertThat(texts(letter.headers()))
                    .containsEntry("traceparent", "00-abc")
                    .containsEntry("fleck.dead-letter.reason", "AVRO_TRUNCATED")
                    .containsEntry("fleck.dead-letter.topic", "inspection.frames")
                    .containsEntry("fleck.dead-letter.partition", "0")
                    .containsEntry("fleck.dead-letter.offset", "1")
                    .containsEntry("fleck.dead-letter.timestamp", "1000")
                    .containsEntry("fleck.dead-letter.at", Pipeline.NOW.toString())
                    .containsEntry("fleck.dead-letter.application", "fleck-test")
                    .hasEntrySatisfying(
                            "fleck.dead-letter.message",
                            message -> assertThat(message).contains("2 bytes"));
        }
    }

    @Test
    void shouldKeepAnInputWhoseOutcomeItsTopicDoesNotTake() {
        TopicLayout defaults = TopicLayout.defaults(Topics.unprefixed());
        TopicLayout small = defaults.with(
                Topic.ANOMALIES, defaults.settings(Topic.ANOMALIES).withMaxMessageBytes(1024));
        CameraFrame frame = Pipeline.frame(200).setPart("p".repeat(600)).build();
        try (Pipeline pipeline = Pipeline.start(small)) {
            byte[] value = pipeline.bytes(frame);
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, KEY, value, new RecordHeaders());
            assertThat(texts(letter.headers())).containsEntry("fleck.dead-letter.reason", "OUTCOME_TOO_LARGE");
            assertThat(pipeline.records(Topic.ANOMALIES)).isEmpty();
        }
    }

    @Test
    void shouldBalanceTheCounters() {
        try (Pipeline pipeline = Pipeline.start()) {
            sendBetweenGoodFrames(pipeline, KEY, new byte[] {0, 0}, new RecordHeaders());
            pipeline.send(Pipeline.frame(200).build());
            assertThat(pipeline.metric("fleck_received_total")).isEqualTo(4);
            assertThat(pipeline.metric("fleck_results_total", "verdict", "OK")).isEqualTo(2);
            assertThat(pipeline.metric("fleck_results_total", "verdict", "ANOMALY"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_dead_letters_total", "reason", "AVRO_TRUNCATED"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_in_flight")).isZero();
        }
    }

    @Test
    void shouldBoundTheMessage() {
        byte[] key = new byte[5000];
        Arrays.fill(key, (byte) 'k');
        try (Pipeline pipeline = Pipeline.start()) {
            byte[] value = pipeline.bytes(Pipeline.frame(3).build());
            TestRecord<byte[], byte[]> letter = sendBetweenGoodFrames(pipeline, key, value, new RecordHeaders());
            assertThat(texts(letter.headers()).get("fleck.dead-letter.message"))
                    .hasSize(1003)
                    .endsWith("...");
            assertThat(letter.key()).isEqualTo(key);
        }
    }
}
