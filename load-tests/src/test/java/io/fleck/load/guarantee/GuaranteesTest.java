package io.fleck.load.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.Verdict;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.reconcile.Outcomes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuaranteesTest {
    private static final StreamConfig.Guarantee EXACTLY_ONCE = StreamConfig.Guarantee.EXACTLY_ONCE_V2;
    private static final StreamConfig.Guarantee AT_LEAST_ONCE = StreamConfig.Guarantee.AT_LEAST_ONCE;

    /** 90 fine, 5 anomalies, 2 shed, 3 dead letters. */
    private static Outcomes outcomes(long deadLetters, long anomalies, long masks, long duplicated, long reordered) {
        return new Outcomes(
                Map.of(Verdict.OK, 90L, Verdict.ANOMALY, 5L, Verdict.SHED, 2L),
                deadLetters,
                anomalies,
                masks,
                duplicated,
                reordered);
    }

    private static Outcomes fine() {
        return outcomes(3, 5, 5, 0, 0);
    }

    private static Evidence evidence(Outcomes outcomes) {
        return new Evidence(100, 3, 0, outcomes);
    }

    @ParameterizedTest
    @EnumSource(StreamConfig.Guarantee.class)
    void shouldBeContentWithOneOutcomeOfEachInput(StreamConfig.Guarantee setting) {
        assertThat(Guarantees.shortfalls(setting, evidence(fine()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StreamConfig.Guarantee.class)
    void shouldNoticeALossUnderEitherSetting(StreamConfig.Guarantee setting) {
        assertThat(Guarantees.shortfalls(setting, new Evidence(100, 3, 2, fine())))
                .containsExactly("2 of 100 inputs have no outcome");
    }

    @Test
    void shouldNoticeALossThatAnOutcomeOfSomethingElseHides() {
        assertThat(fine().inputs()).as("the sum is right").isEqualTo(100);
        assertThat(new NoLoss().shortfall(new Evidence(100, 3, 1, fine()))).isPresent();
        assertThat(new Reconciled().shortfall(new Evidence(100, 3, 1, fine()))).isEmpty();
    }

    @Test
    void shouldNoticeAnOutcomeTooMany() {
        Evidence evidence = evidence(outcomes(3, 5, 5, 7, 0));
        assertThat(new NoDuplicate().shortfall(evidence)).contains("7 outcomes beyond the first of their input");
        assertThat(Guarantees.shortfalls(EXACTLY_ONCE, evidence)).hasSize(1);
        assertThat(Guarantees.shortfalls(AT_LEAST_ONCE, evidence))
                .as("allowed at least once")
                .isEmpty();
    }

    @Test
    void shouldNoticeAnEventOrAMaskTooMany() {
        assertThat(new NoDuplicate().shortfall(evidence(outcomes(3, 6, 5, 0, 0))))
                .contains("6 events and 5 masks of 5 anomalous inputs");
        assertThat(new NoDuplicate().shortfall(evidence(outcomes(3, 5, 6, 0, 0))))
                .isPresent();
    }

    @Test
    void shouldNoticeAnEventOrAMaskThatIsMissing() {
        assertThat(new Reconciled().shortfall(evidence(outcomes(3, 4, 5, 0, 0))))
                .contains("5 anomalous inputs, but 4 events and 5 masks");
        assertThat(new Reconciled().shortfall(evidence(outcomes(3, 5, 4, 0, 0))))
                .isPresent();
    }

    @Test
    void shouldNoticeResultsOutOfOrder() {
        Evidence evidence = evidence(outcomes(3, 5, 5, 0, 1));
        assertThat(Guarantees.shortfalls(EXACTLY_ONCE, evidence))
                .containsExactly("1 results behind the result of a later frame of their camera");
    }

    @Test
    void shouldNoticeBooksThatDoNotBalance() {
        Evidence evidence = new Evidence(101, 3, 0, fine());
        assertThat(new Reconciled().shortfall(evidence))
                .contains("101 acknowledged, but 95 results + 3 dead letters + 2 shed");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4})
    void shouldNoticeAGoodFrameThatDiedAndAPoisonedOneThatDidNot(long poison) {
        Evidence evidence = new Evidence(100, poison, 0, fine());
        assertThat(Guarantees.shortfalls(AT_LEAST_ONCE, evidence))
                .containsExactly("3 dead letters, but " + poison + " inputs were poison");
    }

    @Test
    void shouldSayWhatIsPromised() {
        Set<String> promises = new HashSet<>();
        Guarantees.of(EXACTLY_ONCE).forEach(guarantee -> promises.add(guarantee.promise()));
        assertThat(promises).as("one promise a guarantee").hasSize(5).noneMatch(String::isBlank);
        assertThat(Guarantees.of(AT_LEAST_ONCE)).isSubsetOf(Guarantees.of(EXACTLY_ONCE));
    }

    @Test
    void shouldRefuseEvidenceWhosePartsAreMoreThanTheWhole() {
        Stream.of(new long[] {-1, 0, 0}, new long[] {5, 6, 0}, new long[] {5, 0, 6}, new long[] {5, -1, 0})
                .forEach(counts -> assertThatThrownBy(() -> new Evidence(counts[0], counts[1], counts[2], fine()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("poison " + counts[1] + ", lost " + counts[2]));
    }
}
