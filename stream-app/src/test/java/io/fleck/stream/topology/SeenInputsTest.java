package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.core.batch.BatchException;
import io.fleck.stream.topics.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeenInputsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Test
    void shouldGiveOneVerdictToAFrameThatComesTwice() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(101).build());
            pipeline.clock.turn(WINDOW);
            pipeline.send(Pipeline.frame(101).build());
            List<InspectionResult> results = pipeline.results();
            assertThat(results)
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.ANOMALY, Verdict.UNKNOWN);
            InspectionResult second = results.get(1);
            assertThat(second.getDuplicateOf()).isEqualTo(results.get(0).getEventId());
            assertThat(second.getReason()).isEqualTo("the same frame came before");
            assertThat(second.getScore()).as("no second verdict").isNull();
            assertThat(second.getSource().getOffset()).as("the second record").isEqualTo(1);
            assertThat(pipeline.anomalies()).as("one event").hasSize(1);
            assertThat(pipeline.masks()).as("one mask").hasSize(1);
            assertThat(pipeline.metric("fleck_results_total", "verdict", "UNKNOWN"))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldInspectAgainOnceTheWindowHasPassed() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.send(Pipeline.frame(42).build());
            pipeline.clock.turn(WINDOW.plusMillis(1));
            pipeline.send(Pipeline.frame(42).build());
            assertThat(pipeline.results())
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.OK, Verdict.OK);
        }
    }

    @Test
    void shouldInspectAFrameThatHadNoVerdictTheFirstTime() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.inspector.failuresLeft.set(2);
            pipeline.inspector.failure = BatchException.Reason.EXPIRED;
            pipeline.send(Pipeline.frame(42).build());
            pipeline.inspector.failure = BatchException.Reason.POISON;
            pipeline.send(Pipeline.frame(42).build());
            pipeline.send(Pipeline.frame(42).build());
            assertThat(pipeline.results())
                    .as("shed, then a dead letter, then a verdict")
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.SHED, Verdict.OK);
            assertThat(pipeline.records(Topic.DEAD_LETTERS)).hasSize(1);
        }
    }
}
