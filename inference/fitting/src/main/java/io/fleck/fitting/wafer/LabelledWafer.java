package io.fleck.fitting.wafer;

import io.fleck.core.wafer.grid.DieGrid;

/**
 * A wafer whose signature is known.
 *
 * @param id its name in its file
 * @param label name of its signature
 * @param dies its map
 */
public record LabelledWafer(String id, String label, DieGrid dies) {}
