package io.fleck.load.engine;

import com.google.common.util.concurrent.Uninterruptibles;
import io.fleck.core.engine.Engine;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A real engine to which faults happen. A run that hangs takes no interrupt, as native code does not; closing frees it. */
final class FaultyEngine implements Engine {
    private final Engine engine;
    private final EngineFaults faults;
    private final AtomicLong runs = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultyEngine(Engine engine, EngineFaults faults) {
        this.engine = engine;
        this.faults = faults;
    }

    @Override
    public ModelSpec spec() {
        return engine.spec();
    }

    @Override
    public TensorBatch newBatch(int capacity) {
        return engine.newBatch(capacity);
    }

    @Override
    public void run(TensorBatch batch) {
        long run = runs.getAndIncrement();
        if (faults.hangAt().contains(run)) {
            Uninterruptibles.awaitUninterruptibly(closed);
            throw new InferenceException("run " + run + " hung until the engine was closed", null);
        }
        delay(batch.size());
        if (faults.fails(run)) {
            throw new InferenceException("run " + run + " fails on purpose", null);
        }
        engine.run(batch);
    }

    private void delay(int items) {
        long until = System.nanoTime() + faults.itemDelay().toNanos() * items;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        engine.close();
    }
}
