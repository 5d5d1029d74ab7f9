package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchException;
import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

final class WaferTopologyTest {
    @Test
    void shouldGiveOneResultThatSaysWhatTheWaferShows() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.send(WaferPipeline.wafer("L1", 7, FakeClassifier.CENTER).build());
            InspectionResult result = pipeline.results().get(0);
            assertThat(result.getVerdict()).isEqualTo(Verdict.ANOMALY);
            assertThat(result.getDefectClass()).isEqualTo("Center");
            assertThat(result.getConfidence()).isEqualTo(0.75);
            assertThat(result.getPValue()).isEqualTo(0.5);
            assertThat(result.getScore()).isEqualTo(1);
            assertThat(result.getThreshold()).as("of the gate at 1 %").isBetween(4.9, 5.0);
            assertThat(result.getEmbedding()).hasSize(2);
            assertThat(result.getModel()).isEqualTo(WaferPipeline.MODEL);
            assertThat(result.getLot()).isEqualTo("L1");
            assertThat(result.getSequence()).isEqualTo(-1);
            assertThat(result.getInputId()).isEqualTo("map-L1-7");
            assertThat(result.getSource()).isEqualTo(new SourceRecord("inspection.wafer-maps", 0, 0L));
            assertThat(result.getInspectedAt()).isEqualTo(WaferPipeline.NOW);
            assertThat(result.getTimings().getInferMicros()).isEqualTo(4000);
            assertThat(result.getWafer().getWafer()).isEqualTo("W7");
            assertThat(result.getWafer().getSlot()).isEqualTo(7);
            assertThat(result.getWafer().getStep()).isEqualTo("M2");
            assertThat(result.getWafer().getProduct()).isEqualTo("P1");
            assertThat(result.getWafer().getTool()).isEqualTo("T1");
            assertThat(result.getWafer().getDefects()).as("failed dies").isEqualTo(3);
        }
    }

    @Test
    void shouldSayOkOfAWaferWithoutASignature() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.send(WaferPipeline.wafer("L1", 1, FakeClassifier.NONE).build());
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getVerdict, InspectionResult::getDefectClass)
                    .containsExactly(tuple(Verdict.OK, "none"));
            assertThat(pipeline.read(Topic.ANOMALIES, AnomalyEvent.class)).isEmpty();
            assertThat(pipeline.metric("fleck_results_total", "verdict", "OK")).isEqualTo(1);
            assertThat(pipeline.metric("fleck_wafer_classes_total", "class", "none"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_wafer_seconds_count")).isEqualTo(1);
            assertThat(pipeline.metric("fleck_frame_seconds_count")).isZero();
        }
    }

    @Test
    void shouldAddAnEventForASignatureAndForANovelWafer() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.send(WaferPipeline.wafer("L1", 1, FakeClassifier.CENTER).build());
            pipeline.ring("L1", 2);
            List<InspectionResult> results = pipeline.results();
            List<AnomalyEvent> events = pipeline.read(Topic.ANOMALIES, AnomalyEvent.class);
            assertThat(events)
                    .extracting(AnomalyEvent::getVerdict, AnomalyEvent::getDefectClass, AnomalyEvent::getConfidence)
                    .as("a novel wafer has no class")
                    .containsExactly(tuple(Verdict.ANOMALY, "Center", 0.75), tuple(Verdict.NOVEL, null, null));
            assertThat(events)
                    .extracting(AnomalyEvent::getEventId)
                    .containsExactlyElementsOf(
                            results.stream().map(InspectionResult::getEventId).toList());
            assertThat(events.get(1).getNovelty()).isEqualTo(0.001);
            assertThat(events.get(1).getWafer()).isEqualTo(results.get(1).getWafer());
            assertThat(results.get(1).getDefectClass()).as("the likest").isEqualTo("none");
        }
    }

    @Test
    void shouldKeepTheKey() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.ring("Lü", 2);
            for (Topic topic : List.of(Topic.RESULTS, Topic.ANOMALIES)) {
                TestRecord<byte[], byte[]> record = pipeline.records(topic).get(0);
                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .as("key on %s", topic)
                        .isEqualTo("Lü/W2");
            }
        }
    }

    @Test
    void shouldMakeDeadLettersOfWhatCanNeverBeInspected() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            byte[] key = "L1/W1".getBytes(StandardCharsets.UTF_8);
            pipeline.send(key, "no map".getBytes(StandardCharsets.UTF_8));
            pipeline.send(key, null);
            pipeline.send(
                    "W1".getBytes(StandardCharsets.UTF_8),
                    pipeline.bytes(WaferPipeline.wafer("L1", 1, 0).build()));
            pipeline.send(null, pipeline.bytes(WaferPipeline.wafer("L1", 1, 0).build()));
            pipeline.send(WaferPipeline.wafer("L1", 1, 0).setId("").build());
            pipeline.send(WaferPipeline.wafer("L1", 1, 0).setDiameterMm(-3).build());
            pipeline.send(WaferPipeline.wafer("L1", 1, 0)
                    .setBins(null)
                    .setDefectX(List.of(1f))
                    .setDefectY(List.of(1f))
                    .build());
            assertThat(pipeline.deadLetters())
                    .containsExactly(
                            "AVRO_FOREIGN_MAGIC",
                            "AVRO_NO_VALUE",
                            "WAFER_KEY_MISMATCH",
                            "WAFER_KEY_MISMATCH",
                            "WAFER_INVALID",
                            "WAFER_INVALID",
                            "WAFER_KIND_UNSERVED");
            assertThat(pipeline.results()).isEmpty();
            assertThat(pipeline.metric("fleck_received_total")).isEqualTo(7);
            assertThat(pipeline.metric("fleck_in_flight")).isZero();
        }
    }

    @Test
    void shouldGiveOneVerdictToAMapThatComesTwice() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.ring("L1", 2);
            pipeline.ring("L1", 2);
            List<InspectionResult> results = pipeline.results();
            assertThat(results)
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.NOVEL, Verdict.UNKNOWN);
            assertThat(results.get(1).getDuplicateOf()).isEqualTo(results.get(0).getEventId());
            assertThat(results.get(1).getReason()).isEqualTo("the same wafer map came before");
            assertThat(pipeline.read(Topic.ANOMALIES, AnomalyEvent.class)).hasSize(1);
        }
    }

    @Test
    void shouldTryAgainWhenTheEngineFailedAndBlameTheWaferWhenItDidNot() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.classifier.failuresLeft.set(2);
            pipeline.send(WaferPipeline.wafer("L1", 1, 0).build());
            assertThat(pipeline.results()).as("tried again").hasSize(1);
            pipeline.classifier.failuresLeft.set(1);
            pipeline.classifier.failure = BatchException.Reason.POISON;
            pipeline.send(WaferPipeline.wafer("L1", 2, 0).build());
            assertThat(pipeline.deadLetters()).containsExactly("ENGINE_REFUSED");
            pipeline.classifier.failuresLeft.set(1);
            pipeline.classifier.failure = BatchException.Reason.EXPIRED;
            pipeline.send(WaferPipeline.wafer("L1", 3, 0).build());
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.SHED);
        }
    }

    @Test
    void shouldNameAllThatItKeeps() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            String described = pipeline.built().describe().toString();
            assertThat(described)
                    .as("names that Kafka Streams makes up change with the topology")
                    .doesNotContainPattern("KSTREAM-[A-Z-]*STORE")
                    .doesNotContainPattern("KSTREAM-[A-Z-]*repartition");
            List<String> internal = Pattern.compile("[a-z-]+-repartition(?=[,\\])\\s])")
                    .matcher(described)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !name.endsWith("-repartition-repartition"))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(internal)
                    .contains(
                            "names-by-event-repartition",
                            "patterns-by-event-repartition",
                            "wafer-results-by-lot-repartition",
                            "wafer-results-by-product-repartition");
        }
    }
}
