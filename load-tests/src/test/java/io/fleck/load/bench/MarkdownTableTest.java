package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    @Test
    void shouldAlignColumnsAndRoundNumbers() {
        MarkdownTable table =
                new MarkdownTable("what", "figure").row("a", 1234.5).row("longer", 0.12345);
        assertThat(table).hasToString("""
                | what   | figure |
                |--------|--------|
                | a      | 1235   |
                | longer | 0.123  |""");
    }

    @Test
    void shouldKeepThreeDigitsOfSmallNumbersAndLeaveTextAlone() {
        assertThat(new MarkdownTable("n")
                        .row(9.876)
                        .row(98.76)
                        .row(42L)
                        .row("50 %")
                        .toString())
                .contains("9.88", "98.8", "| 42 ", "50 %");
    }

    @Test
    void shouldRefuseARowOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkdownTable("a", "b").row(1))
                .withMessageContaining("[a, b]");
    }
}
