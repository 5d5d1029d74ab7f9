package io.fleck.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GuaranteesTableTest {
    @Test
    void shouldHaveOneRowAScenario() {
        String table =
                GuaranteesTable.markdown(List.of(Samples.passed("kill-app"), Samples.failed("sigterm")), List.of());
        assertThat(table.lines()).hasSize(4);
        assertThat(table)
                .contains("| kill-app | exactly_once_v2 | 1000 | 940 | 50 | 7 | 3 | 2 | 1 | yes | 31 |"
                        + " killed with 250 of 600 inspected |")
                .endsWith("| sigterm | at_least_once | 1000 | 940 | 50 | 7 | 3 | 2 | 1 | **no** | 32 |"
                        + " 3 of 1000 inputs have no outcome; with a / in it |");
    }

    @Test
    void shouldHaveAsManyCellsInEveryRow() {
        String table = GuaranteesTable.markdown(List.of(Samples.failed("a")), List.of());
        assertThat(table.lines().map(line -> line.chars().filter(c -> c == '|').count()))
                .containsOnly(13L);
    }

    @Test
    void shouldSayBelowWhatWasSkippedAndWhy() {
        String table = GuaranteesTable.markdown(
                List.of(Samples.passed("kill-app")), List.of(new Skipped("full-disk", "nothing can be mounted")));
        assertThat(table).endsWith("\n\n`full-disk` was skipped: nothing can be mounted");
    }
}
