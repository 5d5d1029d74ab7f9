package io.fleck.fitting.synthetic.wafer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticLotsTest {
    private final SyntheticLots lots = new SyntheticLots(0);

    @Test
    void shouldPlantThePatternInOneChamberAlone() {
        int planted = 0;
        for (int number = 0; number < 400; number++) {
            SyntheticWafer wafer = lots.next();
            if (wafer.signature() == Signature.LIFT_PINS) {
                planted++;
                assertThat(wafer.map().identity().tool()).isEqualTo(SyntheticLots.GUILTY);
                assertThat(number).isGreaterThanOrEqualTo(SyntheticLots.CLEAN);
            }
        }
        assertThat(planted).isBetween(40, 80);
    }

    @Test
    void shouldBeWafersOfLotsThatAreAllDifferent() {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < 3 * SyntheticLots.LOT; number++) {
            SyntheticWafer wafer = lots.wafer(number);
            ids.add(wafer.map().identity().lot() + "/" + wafer.map().identity().wafer());
        }
        assertThat(ids).hasSize(75).contains("L0001/01", "L0001/25", "L0003/25");
    }

    @Test
    void shouldDependOnSeedAndNumberAlone() {
        lots.next();
        SyntheticWafer second = lots.next();
        assertThat(new SyntheticLots(0).wafer(1).map().defects().x())
                .isEqualTo(second.map().defects().x());
        assertThat(new SyntheticLots(1).wafer(1).map().defects().x())
                .isNotEqualTo(second.map().defects().x());
    }
}
