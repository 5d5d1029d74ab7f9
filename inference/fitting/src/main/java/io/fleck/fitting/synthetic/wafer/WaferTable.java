package io.fleck.fitting.synthetic.wafer;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.wafer.LabelledWafer;
import java.util.ArrayList;
import java.util.List;

/** Synthetic wafers as labelled die grids, to train on. */
public final class WaferTable {
    private WaferTable() {}

    /**
     * Draws labelled wafers.
     *
     * @param signatures classes
     * @param each wafers a class, at least 1
     * @param seed of the wafers
     */
    public static List<LabelledWafer> draw(List<Signature> signatures, int each, long seed) {
        if (each < 1) {
            throw new IllegalArgumentException(each + " wafers a signature; at least 1");
        }
        SyntheticWafers wafers = new SyntheticWafers(seed);
        List<LabelledWafer> table = new ArrayList<>();
        for (Signature signature : signatures) {
            for (int i = 0; i < each; i++) {
                String id = signature.label() + "-" + i;
                SyntheticWafer wafer = wafers.wafer(signature, table.size(), WaferIdentity.of("synthetic", id));
                table.add(new LabelledWafer(
                        id, signature.label(), grid(wafer.map().bins().orElseThrow())));
            }
        }
        return table;
    }

    private static DieGrid grid(BinMap bins) {
        byte[] dies = new byte[bins.bins().length];
        for (int i = 0; i < dies.length; i++) {
            int bin = bins.bins()[i];
            dies[i] = bin == BinMap.NO_DIE ? DieGrid.NO_DIE : bins.failed(bin) ? DieGrid.FAIL : DieGrid.PASS;
        }
        return new DieGrid(bins.rows(), bins.columns(), dies);
    }
}
