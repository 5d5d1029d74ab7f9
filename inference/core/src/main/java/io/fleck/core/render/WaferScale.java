package io.fleck.core.render;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.WaferGeometry;

/**
 * From micrometres to pixels. Where a bin map comes without sizes, its grid is taken to span the wafer: a step is then so
 * long that the outermost columns and rows lie just within.
 *
 * @param centre of the wafer in the picture, both ways
 * @param radius of the wafer in pixels
 * @param perMicrometre pixels of a micrometre
 * @param dies die grid, known or as assumed
 */
record WaferScale(double centre, double radius, double perMicrometre, DieLayout dies) {
    /** Part of the picture that the wafer takes. */
    private static final double FILLED = 0.94;

    /** Part of an unknown diameter that the die grid takes. */
    private static final double SPANNED = 0.97;

    private static final double ASSUMED_RADIUS = 100_000;

    static WaferScale of(DefectMap map, int size) {
        DieLayout dies = map.bins()
                .map(bins -> grid(map.geometry(), bins))
                .orElse(map.geometry().dies());
        double micrometres = radius(map, dies);
        double pixels = size * FILLED / 2;
        return new WaferScale(size / 2.0, pixels, pixels / micrometres, dies);
    }

    private static DieLayout grid(WaferGeometry geometry, BinMap bins) {
        if (geometry.dies().known()) {
            return geometry.dies();
        }
        double radius = geometry.radius() > 0 ? geometry.radius() : ASSUMED_RADIUS;
        double span = 2 * radius * SPANNED;
        return new DieLayout(span / bins.columns(), span / bins.rows(), -span / 2, -span / 2);
    }

    /** The wafer's own radius, or one that the farthest corner of a die just reaches. */
    private static double radius(DefectMap map, DieLayout dies) {
        if (map.geometry().radius() > 0) {
            return map.geometry().radius();
        }
        if (!map.geometry().dies().known() || map.bins().isEmpty()) {
            return ASSUMED_RADIUS;
        }
        BinMap bins = map.bins().get();
        double farthest = 0;
        for (int row = 0; row < bins.rows(); row++) {
            for (int column = 0; column < bins.columns(); column++) {
                if (bins.bin(row, column) != BinMap.NO_DIE) {
                    double x = dies.originX() + (column + 0.5) * dies.pitchX();
                    double y = dies.originY() + (row + 0.5) * dies.pitchY();
                    farthest = Math.max(
                            farthest, Math.hypot(Math.abs(x) + dies.pitchX() / 2, Math.abs(y) + dies.pitchY() / 2));
                }
            }
        }
        return Math.max(farthest / SPANNED, 1);
    }

    /** Pixel of an x. */
    double x(double micrometres) {
        return centre + micrometres * perMicrometre;
    }

    /** Pixel of a y, which grows upwards. */
    double y(double micrometres) {
        return centre - micrometres * perMicrometre;
    }

    /** Width of a die in pixels. */
    double dieWidth() {
        return dies.pitchX() * perMicrometre;
    }

    /** Height of a die in pixels. */
    double dieHeight() {
        return dies.pitchY() * perMicrometre;
    }
}
