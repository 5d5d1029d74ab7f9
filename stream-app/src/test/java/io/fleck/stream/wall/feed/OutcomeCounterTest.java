package io.fleck.stream.wall.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.stream.wall.live.Counters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OutcomeCounterTest {
    private final OutcomeCounter counter = new OutcomeCounter(partition -> 10);

    @Test
    void shouldAddUpByVerdict() {
        counter.result(result(10, Verdict.OK));
        counter.result(result(11, Verdict.ANOMALY));
        counter.result(result(12, Verdict.NOVEL));
        counter.result(result(13, Verdict.SHED));
        counter.deadLetter(headers("inspection.frames", "0", "14"));
        counter.mask();
        Counters counters = counter.counters(7);
        assertThat(counters).isEqualTo(new Counters(7, 3, 2, 1, 1, 1));
        assertThat(counters.inFlight()).isEqualTo(2);
    }

    @Test
    void shouldCountAnInputOnceWhateverItsOutcomes() {
        assertThat(counter.result(result(10, Verdict.OK))).isTrue();
        assertThat(counter.result(result(10, Verdict.OK))).as("the same again").isFalse();
        counter.deadLetter(headers("inspection.frames", "0", "10"));
        assertThat(counter.counters(1)).isEqualTo(new Counters(1, 1, 0, 0, 0, 0));
    }

    @Test
    void shouldLeaveOutInputsOfBeforeTheWallBegan() {
        assertThat(counter.result(result(9, Verdict.OK))).isFalse();
        assertThat(counter.counters(0)).isEqualTo(Counters.NONE);
    }

    @Test
    void shouldPassOverADeadLetterThatDoesNotSayWhereItIsFrom() {
        counter.deadLetter(new RecordHeaders());
        counter.deadLetter(headers("inspection.frames", "zero", "14"));
        counter.deadLetter(headers("inspection.frames", "0", "99999999999999999999"));
        assertThat(counter.counters(0)).isEqualTo(Counters.NONE);
    }

    @Test
    void shouldNeverSayThatLessThanNothingIsInFlight() {
        counter.result(result(10, Verdict.OK));
        assertThat(counter.counters(0).inFlight()).isZero();
    }

    private static RecordHeaders headers(String topic, String partition, String offset) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("fleck.dead-letter.topic", topic.getBytes(StandardCharsets.UTF_8));
        headers.add("fleck.dead-letter.partition", partition.getBytes(StandardCharsets.UTF_8));
        headers.add("fleck.dead-letter.offset", offset.getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    private static InspectionResult result(long offset, Verdict verdict) {
        return InspectionResult.newBuilder()
                .setEventId("e" + offset)
                .setInputId("i" + offset)
                .setSource(new SourceRecord("inspection.frames", 0, offset))
                .setCapturedAt(Instant.EPOCH)
                .setInspectedAt(Instant.EPOCH)
                .setVerdict(verdict)
                .setTimings(StageTimings.newBuilder().build())
                .build();
    }
}
