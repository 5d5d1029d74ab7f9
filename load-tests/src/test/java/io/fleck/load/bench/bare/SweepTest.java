package io.fleck.load.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.load.bench.measure.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Shape LOOP = new Shape(Shape.Kind.LOOP, 2, 2, 1, 1);
    private static final Shape SLOW = new Shape(Shape.Kind.POOL, 1, 1, 1, 1);
    private static final Shape FAST = new Shape(Shape.Kind.POOL, 2, 2, 1, 4);

    private static Sweep.Point point(Shape shape, long frames) {
        return new Sweep.Point(shape, new Span(frames, 2, Map.of()));
    }

    @Test
    void shouldKnowTheFastestAndTheFastestThatTheApplicationCanTake() {
        Sweep sweep = new Sweep(List.of(point(SLOW, 10), point(LOOP, 30), point(FAST, 20)));

        assertThat(sweep.best()).isEqualTo(LOOP);
        assertThat(sweep.bestPool()).isEqualTo(FAST);
    }

    @Test
    void shouldHaveNoBestOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sweep(List.of(point(LOOP, 1))).bestPool());
    }
}
