package io.fleck.fitting.wafer;

import io.fleck.core.wafer.WaferResult;

/**
 * A labelled wafer and what a model said of it.
 *
 * @param wafer with its label
 * @param result of the model
 */
public record JudgedWafer(LabelledWafer wafer, WaferResult result) {
    String label() {
        return wafer.label();
    }

    double score() {
        return result.novelty().score();
    }
}
