package io.fleck.load.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.core.engine.EngineOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void shouldTryBothKindsWithEveryBatchAndNothingTwice(int cores) {
        List<Shape> shapes = Shape.worthTrying(cores, 32);

        assertThat(shapes).doesNotHaveDuplicates();
        for (Shape.Kind kind : Shape.Kind.values()) {
            assertThat(shapes.stream().filter(shape -> shape.kind() == kind).map(Shape::batch))
                    .as("batches of %s on %d cores", kind, cores)
                    .contains(1, 4, 8, 16, 32);
        }
        assertThat(shapes)
                .as("no shape asks for more threads in engines than cores")
                .allMatch(shape -> shape.workers() * shape.threads() <= cores);
    }

    @Test
    void shouldTryWhatTheApplicationDoesByDefault() {
        assertThat(Shape.worthTrying(2, 1)).contains(new Shape(Shape.Kind.POOL, 2, 2, 1, 1));
    }

    @Test
    void shouldAskTheEngineForWhatItNeeds() {
        assertThat(new Shape(Shape.Kind.POOL, 3, 2, 5, 7).engine())
                .isEqualTo(new EngineOptions(5, 2, 7, EngineOptions.DEFAULT.warmUpRuns()));
    }

    @Test
    void shouldSayWhatItIs() {
        assertThat(new Shape(Shape.Kind.LOOP, 2, 2, 1, 8).label())
                .isEqualTo("loop decoders=2 workers=2 threads=1 batch=8");
    }

    @Test
    void shouldRefuseAShapeThatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(Shape.Kind.POOL, 1, 0, 1, 1))
                .withMessageContaining("0 workers");
    }
}
