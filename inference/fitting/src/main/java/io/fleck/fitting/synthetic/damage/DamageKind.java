package io.fleck.fitting.synthetic.damage;

import java.util.Locale;

/** Ways of damaging a good picture. */
public enum DamageKind {
    /**
     * Where noise is high another texture shines through (Zavrtanik et al., "DRAEM", ICCV 2021, section 3.3): stains,
     * corrosion, foreign matter.
     */
    PERLIN,
    /** A piece of a good picture at another place (Li et al., "CutPaste", CVPR 2021): wrong texture, wrong place. */
    CUT_PASTE,
    /** A long thin piece of a good picture at another place (the same paper's scar): scratches, cracks, hairs. */
    SCAR;

    /** Name as a label of a data set. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
