package io.fleck.stream.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.SourceRecord;
import io.fleck.avro.Verdict;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private final Tally tally = new Tally();

    private static SourceRecord at(int partition, long offset) {
        return new SourceRecord("inspection.frames", partition, offset);
    }

    @Test
    void shouldAddUpDistinctInputs() {
        tally.result("a", at(0, 0), Verdict.OK);
        tally.result("a", at(0, 1), Verdict.ANOMALY);
        tally.result("b", at(1, 0), Verdict.SHED);
        tally.deadLetter(at(1, 1));
        tally.anomaly();
        tally.mask();
        Outcomes outcomes = tally.outcomes();
        assertThat(outcomes.results()).isEqualTo(2);
        assertThat(outcomes.shed()).isEqualTo(1);
        assertThat(outcomes.deadLetters()).isEqualTo(1);
        assertThat(outcomes.anomalies()).isEqualTo(1);
        assertThat(outcomes.masks()).isEqualTo(1);
        assertThat(outcomes.inputs()).isEqualTo(4);
        assertThat(outcomes.reconciles(4)).isTrue();
        assertThat(outcomes.reconciles(5)).as("one was lost").isFalse();
    }

    @Test
    void shouldCountAnInputWithTwoOutcomesOnce() {
        tally.result("a", at(0, 7), Verdict.OK);
        tally.result("a", at(0, 7), Verdict.OK);
        tally.deadLetter(at(0, 7));
        assertThat(tally.outcomes().inputs()).isEqualTo(1);
        assertThat(tally.outcomes().duplicated()).isEqualTo(2);
        assertThat(tally.outcomes().reconciles(1))
                .as("duplicates do not reconcile")
                .isFalse();
    }

    @Test
    void shouldTellWhichInputsHaveAnOutcome() {
        tally.result("a", at(0, 3), Verdict.OK);
        tally.deadLetter(at(1, 5));
        assertThat(tally.has(at(0, 3))).isTrue();
        assertThat(tally.has(at(1, 5))).isTrue();
        assertThat(tally.has(at(0, 4))).as("beside it").isFalse();
        assertThat(tally.has(at(2, 3))).as("another partition").isFalse();
    }

    @Test
    void shouldNoticeAKeyWhoseResultsChangedPlaces() {
        tally.result("a", at(0, 0), Verdict.OK);
        tally.result("a", at(0, 3), Verdict.OK);
        tally.result("b", at(0, 1), Verdict.OK);
        tally.result("a", at(0, 2), Verdict.OK);
        assertThat(tally.outcomes().reordered()).isEqualTo(1);
    }
}
