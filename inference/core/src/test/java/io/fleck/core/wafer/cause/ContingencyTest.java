package io.fleck.core.wafer.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContingencyTest {
    private static final List<WaferHistory> WAFERS = List.of(
            new WaferHistory("", Map.of("tool", "T1"), true),
            new WaferHistory("", Map.of("tool", "T1"), true),
            new WaferHistory("", Map.of("tool", "T2"), false),
            new WaferHistory("", Map.of("tool", "T2"), false),
            new WaferHistory("", Map.of("tool", "T3"), true),
            new WaferHistory("", Map.of(), false));
    private static final boolean[] SIGNATURE = {true, true, false, false, true, false};
    private static final Column TOOL = Column.of(List.of("tool"), WAFERS);

    @Test
    void shouldCountValuesThatSeveralWafersHave() {
        Contingency table = Contingency.of(TOOL, SIGNATURE, new int[] {0, 1, 2, 3, 4, 5});
        assertThat(table.wafers()).containsExactly(2, 2);
        assertThat(table.affected()).containsExactly(2, 0);
        assertThat(TOOL.named(table.guilty(0.5))).isEqualTo(Map.of("tool", "T1"));
    }

    @Test
    void shouldHaveTheInformationOfTheDefinition() {
        Contingency table = Contingency.of(TOOL, SIGNATURE, new int[] {0, 1, 2, 3, 4, 5});
        // Two values of two wafers, each all or none at a rate of one half: (2 ln 2 + 2 ln 2) / 6.
        assertThat(table.information(0.5, 6)).isCloseTo(4 * Math.log(2) / 6, within(1e-12));
        Contingency even = new Contingency(new int[] {4, 2}, new int[] {2, 1});
        assertThat(even.information(0.5, 6)).isCloseTo(0, within(1e-12));
        assertThat(even.guilty(0.5)).as("none is affected more than all").isEqualTo(Column.NONE);
    }

    @Test
    void shouldGiveWafersTheValuesOfOthers() {
        Contingency table = Contingency.of(TOOL, SIGNATURE, new int[] {2, 3, 0, 1, 4, 5});
        assertThat(TOOL.named(table.guilty(0.5))).isEqualTo(Map.of("tool", "T2"));
    }
}
