package io.fleck.load.bench.bare;

import io.fleck.core.batch.BatchClock;
import io.fleck.core.batch.BatchObserver;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.batch.DynamicBatcher;
import io.fleck.core.engine.Engine;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.FrameWork;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.load.bench.measure.Meter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The application's own batcher, fed by one thread that always has another picture. */
final class PooledLoad implements Load {
    /** Long enough to fill a batch while decoders keep up, too short to matter when they do not. */
    private static final Duration DELAY = Duration.ofMillis(2);

    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;
    /** Enough for every decoder and worker to find its next picture waiting. */
    private static final int BATCHES_AHEAD = 3;

    private final DynamicBatcher<FrameRequest, InspectionOutcome> batcher;
    private final LongFunction<FrameRequest> pictures;
    private final Meter meter;
    private final Thread feeder;
    private volatile boolean stopped;

    PooledLoad(Shape shape, Engine engine, FrameWork work, LongFunction<FrameRequest> pictures, Meter meter) {
        this.pictures = pictures;
        this.meter = meter;
        this.batcher = new DynamicBatcher<>(
                "fleck-bench", engine, policy(shape), work, new Callers(), BatchClock.SYSTEM, BatchObserver.NONE);
        this.feeder = new Thread(this::feed, "fleck-bench-feeder");
        feeder.start();
    }

    private static BatchPolicy policy(Shape shape) {
        int capacity = BATCHES_AHEAD * shape.batch() * shape.workers() + shape.decoders();
        return new BatchPolicy(
                shape.batch(), DELAY, capacity, shape.workers(), shape.decoders(), ATTEMPTS, RUN_TIMEOUT);
    }

    private void feed() {
        try {
            for (long number = 0; !stopped; number++) {
                CompletableFuture<InspectionOutcome> unused = batcher.submit(
                                BatchRequest.of("bench", pictures.apply(number)))
                        .whenComplete((outcome, failure) -> finished(failure));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is in flight when the load stops ends with a failure that is none. */
    private void finished(@Nullable Throwable failure) {
        if (failure == null) {
            meter.add(1);
        } else if (!stopped) {
            meter.fail(failure);
        }
    }

    @Override
    public void close() {
        stopped = true;
        Joining.all(List.of(feeder));
        batcher.close();
    }
}
