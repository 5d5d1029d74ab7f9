package io.fleck.stream.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.topics.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class DeadLetterTest {
    private static final byte[] KEY = {1, 2};
    private static final byte[] VALUE = {0, 9, 9};

    private static Headers headers(String... namesAndValues) {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static DeadLetter letter(Headers headers) {
        return DeadLetter.of(new ConsumerRecord<>(
                "inspection.dead-letters",
                3,
                17,
                1_000,
                TimestampType.CREATE_TIME,
                2,
                3,
                KEY,
                VALUE,
                headers,
                Optional.empty()));
    }

    private static DeadLetter full() {
        return letter(headers(
                "traceparent",
                "00-1",
                DeadLetterHeaders.REPLAYED,
                "3-2",
                DeadLetterHeaders.PREFIX + "reason",
                "IMAGE_TRUNCATED",
                DeadLetterHeaders.PREFIX + "message",
                "it ends",
                DeadLetterHeaders.PREFIX + "topic",
                "inspection.frames",
                DeadLetterHeaders.PREFIX + "partition",
                "5",
                DeadLetterHeaders.PREFIX + "offset",
                "99"));
    }

    @Test
    void shouldReadWhatTheHeadersSay() {
        DeadLetter letter = full();
        assertThat(letter.id()).hasToString("3-17");
        assertThat(letter.at()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(letter.reason()).isEqualTo("IMAGE_TRUNCATED");
        assertThat(letter.message()).isEqualTo("it ends");
        assertThat(letter.input()).isEqualTo("inspection.frames-5 offset 99");
    }

    @Test
    void shouldLiveWithHeadersThatAreNotThere() {
        DeadLetter bare = letter(headers());
        assertThat(bare.reason()).isEmpty();
        assertThat(bare.topic()).isEmpty();
        Headers empty = new RecordHeaders().add(DeadLetterHeaders.PREFIX + "reason", null);
        assertThat(letter(empty).reason()).isEmpty();
    }

    @Test
    void shouldSendTheInputAsItCameAndMarkItAsAReplay() {
        ProducerRecord<byte[], byte[]> replay = full().replay();
        assertThat(replay.topic()).isEqualTo("inspection.frames");
        assertThat(replay.partition()).as("left to the key").isNull();
        assertThat(replay.timestamp()).as("the time of sending").isNull();
        assertThat(replay.key()).isEqualTo(KEY);
        assertThat(replay.value()).isEqualTo(VALUE);
        assertThat(Arrays.stream(replay.headers().toArray()).map(Header::key))
                .containsExactly("traceparent", "fleck.replayed");
        assertThat(replay.headers().lastHeader("fleck.replayed").value())
                .as("of this letter, not of the one before")
                .isEqualTo("3-17".getBytes(StandardCharsets.UTF_8));
        assertThat(DeadLetterHeaders.isReplay(replay.headers())).isTrue();
        assertThat(DeadLetterHeaders.isReplay(headers("traceparent", "x"))).isFalse();
    }
}
