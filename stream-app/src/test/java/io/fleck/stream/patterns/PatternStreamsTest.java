package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleck.avro.ExampleWafer;
import io.fleck.avro.FeedbackKind;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferClass;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.wafers.WaferPipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternStreamsTest {
    private static List<NovelPattern> patterns(WaferPipeline pipeline) {
        return pipeline.read(Topic.NOVEL_PATTERNS, NovelPattern.class);
    }

    /** Rings on some wafers of a lot, and none on as many. */
    private static void lot(WaferPipeline pipeline, String lot, int rings) {
        for (int i = 0; i < rings; i++) {
            pipeline.good(lot, 3 * i + 2);
            pipeline.ring(lot, 3 * i + 3);
        }
    }

    @Test
    void shouldTellAPatternOnceWithExamples() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            lot(pipeline, "L1", 4);
            assertThat(patterns(pipeline)).as("four are too few").isEmpty();
            lot(pipeline, "L2", 1);
            NovelPattern pattern = patterns(pipeline).get(0);
            assertThat(pattern.getEventId()).matches("novel-[0-9a-f]{12}");
            assertThat(pattern.getProduct()).isEqualTo("P1");
            assertThat(pattern.getStep()).isEqualTo("M2");
            assertThat(pattern.getCount()).isEqualTo(5);
            assertThat(pattern.getCompared()).isEqualTo(10);
            assertThat(pattern.getPValue()).isLessThan(0.001);
            assertThat(pattern.getMean().get(1)).isBetween(19f, 21f);
            assertThat(pattern.getExamples())
                    .extracting(ExampleWafer::getLot, ExampleWafer::getSlot)
                    .containsExactly(tuple("L1", 3), tuple("L1", 6), tuple("L1", 9), tuple("L1", 12), tuple("L2", 3));
            List<String> novel = pipeline.results().stream()
                    .filter(result -> result.getVerdict() == Verdict.NOVEL)
                    .map(InspectionResult::getEventId)
                    .toList();
            assertThat(pattern.getExamples())
                    .extracting(ExampleWafer::getEventId)
                    .containsExactlyElementsOf(novel);
            lot(pipeline, "L3", 6);
            assertThat(patterns(pipeline)).as("told once").isEmpty();
            assertThat(pipeline.metric("fleck_novel_patterns_total")).isEqualTo(1);
        }
    }

    /** All rings come from tool T0, which looks at every third slot. */
    @Test
    void shouldSayWhichToolGoesWithIt() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            for (int lot = 0; lot < 20; lot++) {
                for (int slot = 1; slot <= 8; slot++) {
                    pipeline.good("G" + lot, slot);
                }
            }
            for (int lot = 0; lot < 5; lot++) {
                pipeline.ring("R" + lot, 3 + 3 * lot);
            }
            NovelPattern pattern = patterns(pipeline).get(0);
            assertThat(pattern.getCompared()).isEqualTo(165);
            assertThat(pattern.getSuspects()).isNotEmpty().first().satisfies(suspect -> {
                assertThat(suspect.getValues()).containsEntry("tool", "T0");
                assertThat(suspect.getAffected()).isEqualTo(5);
                assertThat(suspect.getPValue()).isLessThanOrEqualTo(0.05);
            });
        }
    }

    @Test
    void shouldForgetWafersThatHaveLeftTheWindow() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            lot(pipeline, "L1", 4);
            pipeline.pass(Duration.ofHours(25));
            lot(pipeline, "L2", 4);
            assertThat(patterns(pipeline)).isEmpty();
        }
    }

    @Test
    void shouldMakeANamedPatternAClassForAllWafersAfter() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            lot(pipeline, "L1", 5);
            NovelPattern pattern = patterns(pipeline).get(0);
            pipeline.name(pattern.getEventId(), "Ring");
            WaferClass named =
                    pipeline.read(Topic.WAFER_CLASSES, WaferClass.class).get(0);
            assertThat(named.getName()).isEqualTo("Ring");
            assertThat(named.getMean()).isEqualTo(pattern.getMean());
            assertThat(named.getCount()).isEqualTo(5);
            assertThat(named.getModelDigest()).isEqualTo(pattern.getModel().getDigest());
            assertThat(named.getNamedBy()).isEqualTo("ada");
            pipeline.results();
            pipeline.ring("L2", 1);
            assertThat(pipeline.results())
                    .extracting(
                            InspectionResult::getVerdict,
                            InspectionResult::getDefectClass,
                            InspectionResult::getConfidence)
                    .containsExactly(tuple(Verdict.ANOMALY, "Ring", null));
            assertThat(pipeline.metric("fleck_wafer_classes_total", "class", "Ring"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_pattern_names_total", "outcome", "named"))
                    .isEqualTo(1);
            assertThat(pipeline.metric("fleck_named_classes_total", "outcome", "applied"))
                    .isEqualTo(1);
        }
    }

    /** A pattern and its name take different ways: either may come first. */
    @Test
    void shouldLetANameWaitForItsPattern() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            lot(pipeline, "L1", 5);
            String eventId = patterns(pipeline).get(0).getEventId();
            try (WaferPipeline other = WaferPipeline.start()) {
                other.name(eventId, "Ring");
                assertThat(other.read(Topic.WAFER_CLASSES, WaferClass.class)).isEmpty();
                assertThat(other.metric("fleck_pattern_names_total", "outcome", "early"))
                        .isEqualTo(1);
                lot(other, "L1", 5);
                assertThat(patterns(other)).extracting(NovelPattern::getEventId).containsExactly(eventId);
                assertThat(other.read(Topic.WAFER_CLASSES, WaferClass.class))
                        .extracting(WaferClass::getName)
                        .containsExactly("Ring");
            }
        }
    }

    @Test
    void shouldMoveTheMeanOfANameThatIsGivenToASecondPattern() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            lot(pipeline, "L1", 5);
            NovelPattern first = patterns(pipeline).get(0);
            for (int i = 0; i < 5; i++) {
                pipeline.spiral("L2", 2 * i + 1);
            }
            NovelPattern second = patterns(pipeline).get(0);
            pipeline.name(first.getEventId(), "Odd");
            pipeline.name(second.getEventId(), "Odd");
            List<WaferClass> classes = pipeline.read(Topic.WAFER_CLASSES, WaferClass.class);
            assertThat(classes).extracting(WaferClass::getCount).containsExactly(5L, 10L);
            assertThat(classes.get(1).getMean().get(0))
                    .as("between the patterns at 0 and 20")
                    .isBetween(9f, 11f);
        }
    }

    @Test
    void shouldMakeADeadLetterOfFeedbackThatNamesNothingAndLeaveOtherFeedbackAlone() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.name("novel-1", " ");
            pipeline.name("novel-1", "x".repeat(129));
            pipeline.pipe(
                    Topic.FEEDBACK,
                    "novel-1".getBytes(StandardCharsets.UTF_8),
                    "no feedback".getBytes(StandardCharsets.UTF_8));
            pipeline.say(OperatorFeedback.newBuilder()
                    .setEventId("novel-1")
                    .setKind(FeedbackKind.ACKNOWLEDGE)
                    .setAt(Instant.EPOCH)
                    .build());
            assertThat(pipeline.deadLetters())
                    .containsExactly("FEEDBACK_INVALID", "FEEDBACK_INVALID", "AVRO_FOREIGN_MAGIC");
            assertThat(pipeline.read(Topic.WAFER_CLASSES, WaferClass.class)).isEmpty();
            assertThat(pipeline.metric("fleck_pattern_names_total", "outcome", "refused"))
                    .isEqualTo(3);
        }
    }
}
