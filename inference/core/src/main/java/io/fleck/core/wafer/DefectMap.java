package io.fleck.core.wafer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found on one wafer: its defects by coordinates, or the bins of its dies, or both.
 *
 * @param identity which wafer
 * @param geometry its size and die grid; the diameter is known where there are defects
 * @param defects defects by coordinates; none where the source is a bin map
 * @param binMap bins; null where the source has none
 */
public record DefectMap(
        WaferIdentity identity,
        WaferGeometry geometry,
        Defects defects,
        @Nullable BinMap binMap) {
    /**
     * How far out a defect may lie, in radii: tools report the bevel, and their centre is off by up to a few millimetres.
     * What lies farther was read in the wrong unit or from the wrong column.
     */
    public static final double REACH = 1.1;

    /** Checks that every defect lies on the wafer. */
    public DefectMap {
        double reach = geometry.radius() * REACH;
        float[] x = defects.x();
        float[] y = defects.y();
        for (int i = 0; i < x.length; i++) {
            if (!within(x[i], y[i], reach)) {
                throw new IllegalArgumentException("defect " + i + " lies at " + x[i] + ", " + y[i] + " um; a wafer of "
                        + geometry.diameterMm() + " mm does not reach there");
            }
        }
    }

    /** A bin map alone. */
    public static DefectMap of(WaferIdentity identity, WaferGeometry geometry, BinMap bins) {
        return new DefectMap(identity, geometry, Defects.NONE, bins);
    }

    /** Whether a place in micrometres from the centre lies on a wafer that reaches so far. */
    private static boolean within(double x, double y, double reach) {
        return x * x + y * y <= reach * reach;
    }

    /** The bins, where the source has them. */
    public Optional<BinMap> bins() {
        return Optional.ofNullable(binMap);
    }

    /** Defects of a list; of a bin map the dies that failed. */
    public int defectCount() {
        return binMap == null ? defects.count() : binMap.failedDies();
    }
}
