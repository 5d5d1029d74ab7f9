package io.fleck.core.wafer.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatternFinderTest {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private final PatternFinder finder = new PatternFinder(Spaces.space(), Spaces.DIGEST, PatternPolicy.DEFAULT);
    private final SplittableRandom random = new SplittableRandom(3);
    private final List<NovelPattern> found = new ArrayList<>();
    private PatternState state = PatternState.empty(Spaces.DIGEST);

    private void reject(String wafer, Duration after, float[] latent) {
        PatternStep step = finder.rejected(state, wafer, START.plus(after), latent);
        state = step.state();
        step.pattern().ifPresent(found::add);
    }

    private void rejectAround(double x, double y, int from, int to) {
        for (int i = from; i < to; i++) {
            reject("L/" + x + "/" + i, Duration.ofMinutes(i), Spaces.near(x, y, random));
        }
    }

    private void inspect(int wafers) {
        for (int i = 0; i < wafers; i++) {
            state = finder.inspected(state, START.plusSeconds(i));
        }
    }

    @Test
    void shouldTellOnePatternOfFiveWafersOnce() {
        inspect(100);
        rejectAround(0, 30, 0, 4);
        assertThat(found).as("four are none").isEmpty();
        rejectAround(0, 30, 4, 40);
        assertThat(found).hasSize(1);
        NovelPattern pattern = found.get(0);
        assertThat(pattern.wafers()).containsExactly("L/0.0/0", "L/0.0/1", "L/0.0/2", "L/0.0/3", "L/0.0/4");
        assertThat(pattern.count()).isEqualTo(5);
        assertThat(pattern.pValue()).isLessThan(1e-3);
        assertThat(pattern.first()).isEqualTo(START);
        assertThat(pattern.last()).isEqualTo(START.plus(Duration.ofMinutes(4)));
        assertThat(state.clusters()).hasSize(1);
        assertThat(state.clusters().get(0).id()).isEqualTo(pattern.id());
        assertThat(state.clusters().get(0).mean().get(1)).isCloseTo(350f, within(8f));
    }

    @Test
    void shouldTellTwoPatternsApart() {
        for (int i = 0; i < 20; i++) {
            rejectAround(0, 30, i, i + 1);
            rejectAround(40, 30, i, i + 1);
        }
        assertThat(found).hasSize(2);
        assertThat(found.get(0).id()).isNotEqualTo(found.get(1).id());
    }

    @Test
    void shouldNotMakeAPatternOfKnownWafersThatAreRejectedByMistake() {
        // As many as the calibration wafers had there: 2 % of what was inspected.
        for (int i = 0; i < 1000; i++) {
            if (i % 50 == 0) {
                reject("L/" + i, Duration.ofMinutes(i), Spaces.near(0, -4, random));
            } else {
                state = finder.inspected(state, START.plus(Duration.ofMinutes(i)));
            }
        }
        assertThat(found).isEmpty();
        assertThat(state.clusters()).anyMatch(cluster -> cluster.members().size() >= 5);
        assertThat(state.wafers()).isEqualTo(1000);
    }

    @Test
    void shouldTellAPatternThatLiesWhereKnownWafersAreRejectedOnceThereAreTooMany() {
        inspect(1000);
        rejectAround(0, -4, 0, 60);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).count()).as("a score or so is chance").isGreaterThan(20);
    }

    @Test
    void shouldForgetWafersThatHaveLeftTheWindow() {
        rejectAround(0, 30, 0, 4);
        reject("late", Duration.ofHours(25), Spaces.latent(0, 30));
        assertThat(found).isEmpty();
        reject("elsewhere", Duration.ofDays(3), Spaces.latent(60, 30));
        assertThat(state.clusters()).as("the first cluster has no wafer left").hasSize(1);
        assertThat(state.wafers()).isEqualTo(1);
        PatternState before = state;
        reject("too late", Duration.ZERO, Spaces.latent(0, 30));
        assertThat(state).isEqualTo(before);
    }

    @Test
    void shouldCountAWaferOnceHoweverOftenItComes() {
        for (int i = 0; i < 20; i++) {
            reject("same", Duration.ofMinutes(i), Spaces.latent(0, 30));
        }
        assertThat(found).isEmpty();
        assertThat(state.clusters()).hasSize(1);
        assertThat(state.clusters().get(0).count()).isEqualTo(1);
    }

    @Test
    void shouldGiveTheSameIdWhenAllIsReadAgain() {
        rejectAround(0, 30, 0, 10);
        PatternState first = state;
        List<PatternMember> members = first.clusters().get(0).members();
        SplittableRandom again = new SplittableRandom(3);
        PatternState second = PatternState.empty(Spaces.DIGEST);
        for (PatternMember member : members) {
            second = finder.rejected(second, member.wafer(), member.time(), Spaces.near(0, 30, again))
                    .state();
        }
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldMergeClustersThatHaveComeTogetherAndKeepTheFirstId() {
        reject("left", Duration.ZERO, Spaces.latent(0, 30));
        reject("right", Duration.ofMinutes(1), Spaces.latent(4, 30));
        assertThat(state.clusters()).hasSize(2);
        String id = state.clusters().get(0).id();
        for (int i = 0; i < 10; i++) {
            reject("between-" + i, Duration.ofMinutes(2 + i), Spaces.latent(2, 30));
        }
        assertThat(state.clusters()).hasSize(1);
        assertThat(state.clusters().get(0).id()).isEqualTo(id);
        assertThat(state.clusters().get(0).count()).isEqualTo(12);
        assertThat(found).hasSize(1);
    }

    @Test
    void shouldTellAPatternWiderThanAClassOnce() {
        rejectAround(0, 30, 0, 10);
        for (int i = 0; i < 10; i++) {
            reject("edge-" + i, Duration.ofMinutes(20 + i), Spaces.latent(4, 30));
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void shouldBoundWhatIsKept() {
        for (int i = 0; i < 3 * PatternState.MOST_CLUSTERS; i++) {
            reject("W" + i, Duration.ofMinutes(i), Spaces.latent(0, 30 + 20.0 * i));
        }
        assertThat(state.clusters()).hasSize(PatternState.MOST_CLUSTERS);
        assertThat(state.inspected().size()).isLessThanOrEqualTo(PatternState.PARTS + 1);
        for (int i = 0; i < 200; i++) {
            reject("X" + i, Duration.ofMinutes(300 + i), Spaces.latent(0, -100));
        }
        assertThat(state.clusters()).allMatch(cluster -> cluster.members().size() <= PatternCluster.MOST_MEMBERS);
        assertThat(found).hasSize(1);
    }

    @Test
    void shouldStartAnewWithAnotherModel() {
        rejectAround(0, 30, 0, 4);
        PatternFinder other = new PatternFinder(Spaces.space(), "e".repeat(64), PatternPolicy.DEFAULT);
        PatternStep step = other.rejected(state, "W", START.plus(Duration.ofMinutes(5)), Spaces.latent(0, 30));
        assertThat(step.pattern()).isEmpty();
        assertThat(step.state().clusters()).hasSize(1);
        assertThat(step.state().modelDigest()).isEqualTo("e".repeat(64));
    }

    @Test
    void shouldRefusePoliciesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternPolicy(Duration.ZERO, 5, 0.1))
                .withMessageContaining("window PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternPolicy(Duration.ofHours(1), 1, 0.1))
                .withMessageContaining("fewest 1 wafers; allowed are 2 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternPolicy(Duration.ofHours(1), 5, 1))
                .withMessageContaining("chance 1.0");
    }
}
