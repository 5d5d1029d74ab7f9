package io.fleck.load.bench.bare;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.engine.Engine;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.FrameWork;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.load.bench.measure.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** As many threads as workers, each with a batch of its own: decode all, run, read all, and again. */
final class LoopedLoad implements Load {
    private final Shape shape;
    private final Engine engine;
    private final FrameWork work;
    private final LongFunction<FrameRequest> pictures;
    private final Meter meter;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    LoopedLoad(Shape shape, Engine engine, FrameWork work, LongFunction<FrameRequest> pictures, Meter meter) {
        this.shape = shape;
        this.engine = engine;
        this.work = work;
        this.pictures = pictures;
        this.meter = meter;
        for (int i = 0; i < shape.workers(); i++) {
            int first = i;
            threads.add(new Thread(() -> loop(first), "fleck-bench-loop-" + i));
        }
        threads.forEach(Thread::start);
    }

    private void loop(int first) {
        TensorBatch tensors = engine.newBatch(shape.batch());
        try {
            long number = first;
            while (!stopped) {
                number = runBatch(tensors, number);
            }
        } catch (RuntimeException e) {
            meter.fail(e);
        }
    }

    private long runBatch(TensorBatch tensors, long first) {
        long number = first;
        List<FrameRequest> batch = new ArrayList<>(shape.batch());
        for (int slot = 0; slot < shape.batch(); slot++, number += shape.workers()) {
            FrameRequest picture = pictures.apply(number);
            work.prepare(picture, tensors, slot);
            batch.add(picture);
        }
        tensors.size(shape.batch());
        engine.run(tensors);
        BatchTimings untimed = new BatchTimings(-1, -1, -1, -1, shape.batch());
        for (int slot = 0; slot < shape.batch(); slot++) {
            InspectionOutcome unused = work.conclude(batch.get(slot), tensors, slot, untimed);
            meter.add(1);
        }
        return number;
    }

    @Override
    public void close() {
        stopped = true;
        Joining.all(threads);
    }
}
