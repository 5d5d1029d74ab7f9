package io.fleck.core.batch;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds out whose fault a failed batch is: the item's or the engine's.
 *
 * <p>An item is poison only if it failed alone every time, while a known good item that was run in between succeeded every
 * time. If that one fails too, it is the engine, and no item is blamed.
 */
final class Isolation {
    private final TensorBatch alone;
    private final TensorBatch knownGood;
    private final int attempts;

    Isolation(Engine engine, int attempts) {
        this.alone = engine.newBatch(1);
        // Zeros until a real item has succeeded: engines are warmed up with them before they are handed out.
        this.knownGood = engine.newBatch(1);
        this.alone.size(1);
        this.knownGood.size(1);
        this.attempts = attempts;
    }

    /**
     * Keeps a copy of an input that succeeded.
     *
     * @param assemble fills what has no slots with that item alone
     */
    void remember(TensorBatch batch, int slot, Consumer<TensorBatch> assemble) {
        copyInputs(batch, slot, knownGood);
        assemble.accept(knownGood);
    }

    /**
     * Runs one item by itself.
     *
     * @param assemble fills what has no slots with the item alone
     * @param run runs a batch of one; throws what the engine throws
     * @param conclude reads the item's result from slot 0; throws when the outputs cannot be meant
     * @throws BatchException {@code POISON} or {@code ENGINE}
     */
    <R> R run(
            TensorBatch batch,
            int slot,
            Consumer<TensorBatch> assemble,
            Consumer<TensorBatch> run,
            Function<TensorBatch, R> conclude) {
        copyInputs(batch, slot, alone);
        Optional<Throwable> last = Optional.empty();
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                assemble.accept(alone);
                run.accept(alone);
                return conclude.apply(alone);
            } catch (EngineWorker.AbandonedException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                last = Optional.of(e);
            }
            Optional<Throwable> engine = failureOnKnownGood(run);
            if (engine.isPresent()) {
                throw new BatchException(
                        BatchException.Reason.ENGINE,
                        "the engine fails on a known good item too: "
                                + engine.get().getMessage(),
                        engine.get());
            }
        }
        Throwable cause = last.orElseThrow();
        throw new BatchException(
                BatchException.Reason.POISON,
                "failed alone " + attempts + " times while a known good item succeeded in between: "
                        + cause.getMessage(),
                cause);
    }

    private Optional<Throwable> failureOnKnownGood(Consumer<TensorBatch> run) {
        try {
            run.accept(knownGood);
            requireFinite(knownGood);
            return Optional.empty();
        } catch (EngineWorker.AbandonedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    /** An engine that gives no numbers any more does not fail, but no item is to be blamed for it either. */
    private static void requireFinite(TensorBatch batch) {
        for (TensorSpec tensor : batch.spec().outputs()) {
            if (tensor.type() == TensorType.FLOAT32) {
                FloatBuffer values = batch.output(tensor.name()).asFloatBuffer();
                while (values.hasRemaining()) {
                    float value = values.get();
                    if (!Float.isFinite(value)) {
                        throw new InferenceException("output '" + tensor.name() + "' holds " + value, null);
                    }
                }
            }
        }
    }

    private static void copyInputs(TensorBatch from, int slot, TensorBatch to) {
        for (TensorSpec tensor : from.spec().inputs()) {
            if (tensor.rows().equals(TensorSpec.BATCH)) {
                to.inputSlot(tensor.name(), 0).put(from.inputSlot(tensor.name(), slot));
            }
        }
    }
}
