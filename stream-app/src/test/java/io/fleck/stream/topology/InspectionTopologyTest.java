package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchException;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.topics.Topic;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

final class InspectionTopologyTest {
    @Test
    void shouldGiveOneResultThatSaysWhatWasFoundAndWhere() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(99).build());
            pipeline.send(Pipeline.frame(42).build());
            List<InspectionResult> results = pipeline.results();
            assertThat(results).hasSize(2);
            InspectionResult result = results.get(1);
            assertThat(result.getVerdict()).isEqualTo(Verdict.OK);
            assertThat(result.getScore()).isEqualTo(42);
            assertThat(result.getThreshold()).isEqualTo(100);
            assertThat(result.getPValue()).isEqualTo(0.25);
            assertThat(result.getSource()).isEqualTo(new SourceRecord("inspection.frames", 0, 1L));
            assertThat(result.getInputId()).isEqualTo("frame-42");
            assertThat(result.getCamera()).isEqualTo("cam-ü1");
            assertThat(result.getLine()).isEqualTo("line-1");
            assertThat(result.getStation()).isEqualTo("press");
            assertThat(result.getPart()).isEqualTo("part-9");
            assertThat(result.getLot()).isEqualTo("lot-3");
            assertThat(result.getSequence()).isEqualTo(42);
            assertThat(result.getCapturedAt()).isEqualTo(Pipeline.CAPTURED);
            assertThat(result.getInspectedAt()).isEqualTo(Pipeline.NOW);
            assertThat(result.getModel()).isEqualTo(Pipeline.MODEL);
            assertThat(result.getTimings().getDecodeMicros()).isEqualTo(1500);
            assertThat(result.getTimings().getInferMicros()).isEqualTo(2500);
            assertThat(result.getTimings().getPostprocessMicros()).isEqualTo(3);
            assertThat(result.getTimings().getQueueMicros()).as("did not run").isEqualTo(-1);
            assertThat(pipeline.anomalies()).isEmpty();
            assertThat(pipeline.masks()).isEmpty();
        }
    }

    @Test
    void shouldKeepTheKeyAndSendAtTheTimeOfSending() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(200).build());
            for (Topic topic : List.of(Topic.RESULTS, Topic.ANOMALIES)) {
                TestRecord<byte[], byte[]> record = pipeline.records(topic).get(0);
                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .as("key on %s", topic)
                        .isEqualTo("cam-ü1");
                assertThat(record.timestamp()).as("timestamp on %s", topic).isEqualTo(Pipeline.NOW.toEpochMilli());
            }
        }
    }

    @Test
    void shouldAddEventAndMaskForAnAnomaly() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(101).build());
            InspectionResult result = pipeline.results().get(0);
            assertThat(result.getVerdict()).isEqualTo(Verdict.ANOMALY);
            AnomalyEvent event = pipeline.anomalies().get(0);
            assertThat(event.getEventId()).isEqualTo(result.getEventId());
            assertThat(event.getSource()).isEqualTo(result.getSource());
            assertThat(event.getScore()).isEqualTo(101);
            assertThat(event.getMaskId()).isEqualTo(result.getEventId());
            assertThat(event.getRegions()).singleElement().satisfies(region -> {
                assertThat(region.getX()).isEqualTo(1);
                assertThat(region.getWidth()).isEqualTo(2);
                assertThat(region.getArea()).isEqualTo(2);
                assertThat(region.getPeakScore()).isEqualTo(101);
                assertThat(region.getPolygonX()).containsExactly(1, 3);
                assertThat(region.getPolygonY()).containsExactly(0, 0);
            });
        }
    }

    @Test
    void shouldWriteTheMaskUnderItsEventId() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(101).build());
            String eventId = pipeline.results().get(0).getEventId();
            TestRecord<byte[], byte[]> record = pipeline.records(Topic.MASKS).get(0);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(eventId);
            AnomalyMask mask = pipeline.codec.decoder(AnomalyMask.class).decode("masks", record.value());
            assertThat(mask.getRuns()).containsExactly(1, 2, 5);
            assertThat(mask.getWidth()).isEqualTo(4);
            assertThat(mask.getHeight()).isEqualTo(2);
            assertThat(mask.getMapWidth()).isEqualTo(2);
            assertThat(mask.getMapMinimum()).isEqualTo(0);
            assertThat(mask.getMapMaximum()).isEqualTo(101);
            assertThat(mask.getMap().get(0)).isEqualTo((byte) 0);
            assertThat(mask.getMap().get(1)).isEqualTo((byte) 255);
            assertThat(mask.getThreshold()).isEqualTo(100);
            assertThat(mask.getMapArea()).as("the whole frame").isNull();
        }
    }

    @Test
    void shouldGiveTheSameInputTheSameEventIdAndAnotherModelAnother() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(42).build());
            pipeline.clock.turn(Duration.ofHours(1));
            pipeline.send(Pipeline.frame(42).build());
            pipeline.send(Pipeline.frame(43).build());
            List<String> ids = pipeline.results().stream()
                    .map(InspectionResult::getEventId)
                    .toList();
            assertThat(ids.get(0))
                    .isEqualTo(ids.get(1))
                    .isNotEqualTo(ids.get(2))
                    .matches("[0-9a-f]{64}");
        }
        assertThat(EventIds.of("a", "bc", "1"))
                .as("the parts do not run together")
                .isNotEqualTo(EventIds.of("ab", "c", "1"))
                .isNotEqualTo(EventIds.of("a", "bc", "2"));
        assertThat(EventIds.of("frame", "tiles", "7"))
                .as("known digest, computed with Python's hashlib")
                .isEqualTo("fadf71f6b9b80ae6d12b07a3aeb04cd5508528b24b53b46ea59b22ae4c8929e6");
    }

    @Test
    void shouldTakeTheDefaultStationForOthersAndNameTheFramesOwn() {
        try (Pipeline pipeline = Pipeline.withDefaultStation(50)) {
            pipeline.send(
                    Pipeline.frame(60).setId("another").setStation("elsewhere").build());
            pipeline.send(Pipeline.frame(60).build());
            assertThat(pipeline.results())
                    .as("station, verdict, and the offset of the recipe where one decided")
                    .extracting(
                            InspectionResult::getStation,
                            InspectionResult::getVerdict,
                            InspectionResult::getRecipeOffset)
                    .containsExactly(tuple("elsewhere", Verdict.ANOMALY, 7L), tuple("press", Verdict.OK, null));
        }
    }

    @Test
    void shouldOfferEveryInspectedFrameForPreview() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(42).build());
            assertThat(pipeline.previews).singleElement().satisfies(preview -> {
                assertThat(preview.eventId())
                        .isEqualTo(pipeline.results().get(0).getEventId());
                assertThat(preview.model()).isEqualTo("tiles");
                assertThat(preview.outcome().score()).isEqualTo(42);
            });
        }
    }

    @Test
    void shouldRepeatTheFrameWhileTheEngineIsAway() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.failuresLeft.set(3);
            pipeline.send(Pipeline.frame(42).build());
            assertThat(pipeline.inspector.calls).hasValue(4);
            assertThat(pipeline.results()).hasSize(1);
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).isEmpty();
        }
    }

    @Test
    void shouldMakeADeadLetterOfAFrameThatOnlyItselfMakesTheEngineFail() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.failure = BatchException.Reason.POISON;
            pipeline.inspector.failuresLeft.set(1);
            pipeline.send(Pipeline.frame(42).build());
            pipeline.send(Pipeline.frame(43).build());
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getInputId)
                    .containsExactly("frame-43");
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).hasSize(1);
            assertThat(pipeline.metric("fleck_dead_letters_total", "reason", "ENGINE_REFUSED"))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldShedAFrameThatExpiredAndSayWhy() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.failure = BatchException.Reason.EXPIRED;
            pipeline.inspector.failuresLeft.set(1);
            pipeline.send(Pipeline.frame(42).build());
            InspectionResult result = pipeline.results().get(0);
            assertThat(result.getVerdict()).isEqualTo(Verdict.SHED);
            assertThat(result.getReason()).isEqualTo("no device");
            assertThat(result.getScore()).as("no model ran").isNull();
            assertThat(result.getModel()).isNull();
            assertThat(result.getSource()).isEqualTo(new SourceRecord("inspection.frames", 0, 0L));
            assertThat(pipeline.metric("fleck_results_total", "verdict", "SHED"))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldCommitNothingWithoutAnOutcomeAndPauseTheStream() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.answers = work -> new CompletableFuture<>();
            assertThatThrownBy(() -> pipeline.send(Pipeline.frame(42).build()))
                    .satisfies(error -> assertThat(error).hasStackTraceContaining(OutageException.class.getName()));
            assertThat(pipeline.records(Topic.RESULTS)).isEmpty();
            assertThat(pipeline.valve).containsExactly("shut");
        }
    }

    @Test
    void shouldTakeTheOutcomeOfAFrameThatComesOnAnotherThread() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.answers = CompletableFuture::supplyAsync;
            pipeline.send(Pipeline.frame(42).build());
            assertThat(pipeline.results())
                    .singleElement()
                    .satisfies(result -> assertThat(result.getScore()).isEqualTo(42));
            assertThat(pipeline.metric("fleck_in_flight")).isZero();
        }
    }

    @Test
    void shouldGiveTheFrameBackWhileTheRegistryIsAway() {
        byte[] frameOfSchemaOne = {0, 0, 0, 0, 1, 2, 3};
        try (Pipeline pipeline = Pipeline.withoutRegistry()) {
            assertThatThrownBy(() -> pipeline.send(
                            "cam".getBytes(StandardCharsets.UTF_8), frameOfSchemaOne, new RecordHeaders()))
                    .as("process() must not return, else the frame would be committed")
                    .hasRootCauseInstanceOf(ConnectException.class)
                    .satisfies(error -> assertThat(error).hasStackTraceContaining(OutageException.class.getName()));
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).isEmpty();
            assertThat(pipeline.records(Topic.RESULTS)).isEmpty();
            assertThat(pipeline.valve).containsExactly("shut");
            assertThat(pipeline.metric("fleck_aborted_total")).isEqualTo(1);
            assertThat(pipeline.metric("fleck_in_flight")).isZero();
        }
    }
}
