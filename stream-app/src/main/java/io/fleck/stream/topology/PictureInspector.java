package io.fleck.stream.topology;

import io.fleck.core.batch.BatchRequest;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionOutcome;
import java.util.concurrent.CompletableFuture;

/** Inspects pictures: {@code BatchInspector::submit} of a model. Safe for use by several threads. */
@FunctionalInterface
public interface PictureInspector {
    /**
     * Takes a picture; waits while the model has too many.
     *
     * @return completes with the outcome, with {@link io.fleck.core.image.DecodeException}, or with
     *     {@link io.fleck.core.batch.BatchException}
     * @throws InterruptedException when interrupted while waiting; the picture was not taken
     */
    CompletableFuture<InspectionOutcome> submit(BatchRequest<FrameRequest> picture) throws InterruptedException;
}
