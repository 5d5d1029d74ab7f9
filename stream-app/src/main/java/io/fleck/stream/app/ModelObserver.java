package io.fleck.stream.app;

import io.fleck.core.batch.BatchObserver;
import io.fleck.stream.metrics.InspectionMetrics;

/**
 * Measures the batches of one model.
 *
 * @param model name of the model
 * @param hangs told of runs that hang
 * @param metrics counts and measures
 */
record ModelObserver(String model, Hangs hangs, InspectionMetrics metrics) implements BatchObserver {
    @Override
    public void ran(int batchSize, long inferNanos) {
        metrics.batch(model, batchSize);
    }

    @Override
    public void hung(int count) {
        metrics.hung(model);
        hangs.add(model);
    }
}
