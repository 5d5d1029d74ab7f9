package io.fleck.core.wafer.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NamedClassesTest {
    private static final NamedPattern RING = new NamedPattern("ring", Spaces.mean(0, 8), 5);
    private static final NamedPattern ARC = new NamedPattern("arc", Spaces.mean(10, 8), 7);

    private static NamedClasses named(NamedPattern... patterns) {
        return new NamedClasses(Spaces.space(), List.of(patterns), NamedClasses.RATE);
    }

    @Test
    void shouldNameWafersNearANamedMean() {
        SplittableRandom random = new SplittableRandom(2);
        NamedClasses named = named(RING, ARC);
        int rings = 0;
        int arcs = 0;
        for (int i = 0; i < 200; i++) {
            rings += is(named.match("A", Spaces.near(0, 8, random)), "ring") ? 1 : 0;
            arcs += is(named.match("B", Spaces.near(10, 8, random)), "arc") ? 1 : 0;
        }
        assertThat(rings).isGreaterThan(195);
        assertThat(arcs).isGreaterThan(195);
    }

    private static boolean is(Optional<NamedMatch> match, String name) {
        return match.filter(found -> found.name().equals(name)).isPresent();
    }

    @Test
    void shouldTakeAtMostTheRateOfAKnownClassHoweverManyAreNamed() {
        // Named right at the edge of A, all around: by the nearest mean alone they would take a tenth of it.
        NamedPattern[] ring = new NamedPattern[8];
        for (int i = 0; i < ring.length; i++) {
            double angle = 2 * Math.PI * i / ring.length;
            ring[i] = new NamedPattern("n" + i, Spaces.mean(4 * Math.cos(angle), 4 * Math.sin(angle)), 5);
        }
        NamedClasses named = named(ring);
        SplittableRandom random = new SplittableRandom(4);
        int taken = 0;
        for (int i = 0; i < 4000; i++) {
            taken += named.match("A", Spaces.near(0, 0, random)).isPresent() ? 1 : 0;
        }
        // 200 calibration wafers: the rate itself varies by a beta law around 0.03, its 99.9 % point is near 0.08.
        assertThat(taken / 4000.0).isBetween(0.0005, 0.08);
    }

    @Test
    void shouldLeaveWafersFarFromEveryMeanNovel() {
        assertThat(named(RING).match("A", Spaces.latent(0, 40))).isEmpty();
        assertThat(named(RING).match("A", Spaces.latent(0, 1))).isEmpty();
        assertThat(named().match("A", Spaces.latent(0, 8))).isEmpty();
    }

    @Test
    void shouldGiveAPValueAmongWafersOfThePredictedClass() {
        NamedMatch match = named(RING).match("A", Spaces.latent(0, 8)).orElseThrow();
        assertThat(match.pValue()).isCloseTo(1 / 201.0, within(1e-12));
        assertThat(named(RING).match("no such class", Spaces.latent(0, 8)))
                .as("pooled where a class has no wafers of its own")
                .isPresent();
    }

    @Test
    void shouldNotDependOnTheOrderOfNames() {
        NamedClasses one = named(RING, ARC);
        NamedClasses other = named(ARC, RING);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            float[] latent = Spaces.latent(random.nextDouble(-5, 15), random.nextDouble(-5, 15));
            assertThat(one.match("A", latent)).isEqualTo(other.match("A", latent));
        }
    }

    @Test
    void shouldNameNothingWhereTooFewWafersWereKeptApart() {
        NamedClasses strict = new NamedClasses(Spaces.space(), List.of(RING), 1e-4);
        assertThat(strict.match("A", Spaces.latent(0, 8))).isEmpty();
    }

    @Test
    void shouldWeighTheMeansOfTwoPatternsOfOneName() {
        NamedPattern both = RING.with(Spaces.mean(0, 20), 15);
        assertThat(both.count()).isEqualTo(20);
        assertThat(both.mean().get(1)).isCloseTo(50 + 10 * 17f, within(1e-3f));
        assertThatIllegalArgumentException().isThrownBy(() -> RING.with(List.of(1f), 1));
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NamedPattern(" ", Spaces.mean(0, 0), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NamedPattern("ring", Spaces.mean(0, 0), 0))
                .withMessage("pattern ring has 0 wafers; at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(new NamedPattern("ring", List.of(1f), 1)))
                .withMessage("an embedding of 1 values; this model's have 2");
    }
}
