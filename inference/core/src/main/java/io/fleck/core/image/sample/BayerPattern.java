package io.fleck.core.image.sample;

/** The first two colours of a mosaic's first row, which say where its red samples lie. */
public enum BayerPattern {
    /** No mosaic. */
    NONE(0, 0),
    /** Red at even columns of even rows. */
    RG(0, 0),
    /** Red at odd columns of even rows. */
    GR(1, 0),
    /** Red at even columns of odd rows. */
    GB(0, 1),
    /** Red at odd columns of odd rows. */
    BG(1, 1);

    private final int redColumn;
    private final int redRow;

    BayerPattern(int redColumn, int redRow) {
        this.redColumn = redColumn;
        this.redRow = redRow;
    }

    /** First column with red samples, 0 or 1. */
    public int redColumn() {
        return redColumn;
    }

    /** First row with red samples, 0 or 1. */
    public int redRow() {
        return redRow;
    }
}
