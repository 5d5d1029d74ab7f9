package io.fleck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private final ConfusionMatrix confusion = new ConfusionMatrix(List.of("a", "b", "c"));

    private void add(int times, String actual, String predicted) {
        for (int i = 0; i < times; i++) {
            confusion.add(actual, predicted);
        }
    }

    @Test
    void shouldCountAndRate() {
        add(8, "a", "a");
        add(2, "a", "b");
        add(3, "b", "b");
        add(1, "b", "a");
        assertThat(confusion.count("a", "b")).isEqualTo(2);
        assertThat(confusion.actual("a")).isEqualTo(10);
        assertThat(confusion.total()).isEqualTo(14);
        assertThat(confusion.recall("a").orElseThrow()).isCloseTo(0.8, EXACT);
        assertThat(confusion.f1("a").orElseThrow()).isCloseTo(16.0 / 19, EXACT);
        assertThat(confusion.f1("b").orElseThrow()).isCloseTo(6.0 / 9, EXACT);
        assertThat(confusion.accuracy().orElseThrow()).isCloseTo(11.0 / 14, EXACT);
        assertThat(confusion.macroF1().orElseThrow())
                .as("over the classes that have items")
                .isCloseTo((16.0 / 19 + 6.0 / 9) / 2, EXACT);
    }

    @Test
    void shouldHaveNoFiguresWithoutItems() {
        assertThat(confusion.accuracy()).isEmpty();
        assertThat(confusion.macroF1()).isEmpty();
        add(1, "a", "c");
        assertThat(confusion.f1("c")).as("predicted but never there").isEmpty();
        assertThat(confusion.recall("b")).isEmpty();
        assertThat(confusion.f1("a").orElseThrow()).isZero();
    }

    @Test
    void shouldRefuseAnUnknownClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> confusion.add("a", "d"))
                .withMessage("class 'd'; known are [a, b, c]");
    }
}
