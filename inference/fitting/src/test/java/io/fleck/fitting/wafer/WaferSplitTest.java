package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.core.wafer.grid.DieGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaferSplitTest {
    private static List<LabelledWafer> wafers() {
        List<LabelledWafer> wafers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            wafers.add(new LabelledWafer("w" + i, i % 10 == 0 ? "rare" : "common", new DieGrid(1, 1, new byte[1])));
        }
        return wafers;
    }

    private static long rare(List<LabelledWafer> wafers) {
        return wafers.stream().filter(wafer -> wafer.label().equals("rare")).count();
    }

    @Test
    void shouldTakeTheSameShareOfEveryClass() {
        WaferSplit split = WaferSplit.of(wafers(), 0.25, 0.125, 1);
        assertThat(split.first()).hasSize(30);
        assertThat(rare(split.first())).isEqualTo(3);
        assertThat(rare(split.second())).as("a rounded share").isEqualTo(2);
        Set<LabelledWafer> all = new HashSet<>(split.rest());
        all.addAll(split.first());
        all.addAll(split.second());
        assertThat(all).as("every wafer on one side").hasSize(120);
        assertThat(split.rest().size() + split.first().size() + split.second().size())
                .isEqualTo(120);
    }

    @Test
    void shouldDivideBySeed() {
        assertThat(WaferSplit.of(wafers(), 0.2, 0.2, 7)).isEqualTo(WaferSplit.of(wafers(), 0.2, 0.2, 7));
        assertThat(WaferSplit.of(wafers(), 0.2, 0.2, 8).first())
                .isNotEqualTo(WaferSplit.of(wafers(), 0.2, 0.2, 7).first());
    }

    @Test
    void shouldRefuseSharesThatLeaveNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaferSplit.of(wafers(), 0.5, 0.5, 1))
                .withMessage("shares 0.5 and 0.5; allowed are from 0, together below 1");
    }
}
