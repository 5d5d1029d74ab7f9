package io.fleck.fitting.synthetic.wafer;

import io.fleck.core.wafer.DefectMap;

/**
 * A wafer that never existed.
 *
 * @param signature what was drawn on it
 * @param map its defects and the bins of its dies
 */
public record SyntheticWafer(Signature signature, DefectMap map) {}
