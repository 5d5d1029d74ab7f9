package io.fleck.stream.wafers;

import io.fleck.avro.ModelReference;
import io.fleck.core.batch.BatchException;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.NoveltyGate;
import java.util.concurrent.CompletableFuture;

/**
 * What wafers are inspected with.
 *
 * @param reference name, version and digest that outcomes carry
 * @param gate what decides that a wafer is novel
 * @param classifier the model itself
 */
public record WaferModel(ModelReference reference, NoveltyGate gate, Classifier classifier) {
    /** Classifies wafers: a batch classifier. Safe for use by several threads. */
    @FunctionalInterface
    public interface Classifier {
        /**
         * Takes a wafer; waits while the model has too many.
         *
         * @return completes with the result or with {@link BatchException}
         * @throws InterruptedException when interrupted while waiting; the wafer was not taken
         */
        CompletableFuture<ClassifiedWafer> submit(DefectMap map) throws InterruptedException;
    }
}
