package io.fleck.fitting.synthetic.wafer;

import java.util.Arrays;
import java.util.List;

/**
 * What a synthetic wafer shows. The names of the usual ones are those of WM-811K, so that the same words mean the same; the
 * others are for planting: a model that was trained on the usual ones has never seen them.
 */
public enum Signature {
    /** A few defects anywhere. */
    NONE("none", true, Drawings::none),
    /** A cloud at or near the centre. */
    CENTER("Center", true, Drawings::centre),
    /** A ring halfway out. */
    DONUT("Donut", true, Drawings::donut),
    /** A ring, or most of one, along the edge. */
    EDGE_RING("Edge-Ring", true, Drawings::edgeRing),
    /** A curved line. */
    SCRATCH("Scratch", true, Drawings::scratch),
    /** Very many defects anywhere. */
    RANDOM("Random", true, Drawings::random),
    /** Spots where the three pins of a lift touched the wafer: planted as a pattern that nobody has named. */
    LIFT_PINS("Lift-Pins", false, Drawings::liftPins),
    /** The same dies of every exposure field: planted as another. */
    RETICLE("Reticle", false, Drawings::reticle);

    private final String label;
    private final boolean usual;

    @SuppressWarnings("ImmutableEnumChecker") // drawings have no state
    private final Drawing drawing;

    Signature(String label, boolean usual, Drawing drawing) {
        this.label = label;
        this.usual = usual;
        this.drawing = drawing;
    }

    /** Name of its class. */
    public String label() {
        return label;
    }

    /** Whether models are trained on it; the others are for planting. */
    public boolean usual() {
        return usual;
    }

    Drawing drawing() {
        return drawing;
    }

    /** Those that models are trained on. */
    public static List<Signature> known() {
        return Arrays.stream(values()).filter(Signature::usual).toList();
    }

    /** Those that are for planting. */
    public static List<Signature> planted() {
        return Arrays.stream(values()).filter(signature -> !signature.usual).toList();
    }
}
