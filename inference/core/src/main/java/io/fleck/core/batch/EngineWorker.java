package io.fleck.core.batch;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes batches, runs them and answers their items, until the assembly closes or the watchdog gives it up. */
final class EngineWorker<T, R> implements Runnable {
    /** Ends a worker whose run came back after it had been given up: its items are answered already. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Engine engine;
    private final Assembly<T, R> assembly;
    private final BatchWork<T, R> work;
    private final BatchClock clock;
    private final BatchObserver observer;
    private final Isolation isolation;
    private final RunGuard guard = new RunGuard();
    private boolean remembered;
    private volatile @Nullable FormingBatch<T, R> current;

    EngineWorker(
            Engine engine,
            Assembly<T, R> assembly,
            BatchWork<T, R> work,
            BatchPolicy policy,
            BatchClock clock,
            BatchObserver observer) {
        this.engine = engine;
        this.assembly = assembly;
        this.work = work;
        this.clock = clock;
        this.observer = observer;
        this.isolation = new Isolation(engine, policy.isolationAttempts());
    }

    @Override
    public void run() {
        try {
            Optional<FormingBatch<T, R>> next = assembly.nextToRun();
            while (next.isPresent()) {
                serve(next.get());
                next = assembly.nextToRun();
            }
        } catch (AbandonedException e) {
            // The watchdog has answered the items and started a replacement; this thread just ends.
            current = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(FormingBatch<T, R> batch) {
        current = batch;
        try {
            long startedAt = clock.nanoTime();
            work.assemble(batch.items(), batch.tensors);
            guardedRun(batch.tensors);
            concludeAll(batch, startedAt, clock.nanoTime());
        } catch (AbandonedException e) {
            throw e;
        } catch (RuntimeException | Error failure) {
            isolateAll(batch);
        }
        current = null;
        assembly.release(batch);
    }

    /** Runs the engine under the watchdog's eyes. */
    private void guardedRun(TensorBatch tensors) {
        long startedAt = clock.nanoTime();
        guard.enter(startedAt);
        boolean mine;
        try {
            engine.run(tensors);
        } finally {
            mine = guard.leave();
        }
        if (!mine) {
            throw new AbandonedException();
        }
        observer.ran(tensors.size(), clock.nanoTime() - startedAt);
    }

    /** Outputs that cannot be meant are the item's fault or the engine's, which only a run of its own tells. */
    private void concludeAll(FormingBatch<T, R> batch, long startedAt, long endedAt) {
        List<Ticket<T, R>> tickets = batch.tickets();
        List<Integer> suspects = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            Ticket<T, R> ticket = tickets.get(i);
            int slot = batch.slot(i);
            BatchTimings timings = ticket.timings(startedAt, endedAt, tickets.size());
            try {
                R result = work.conclude(ticket.request.item(), batch.tensors, slot, timings);
                remember(ticket, batch.tensors, slot);
                answer(ticket, () -> result);
            } catch (InferenceException e) {
                suspects.add(i);
            } catch (RuntimeException | Error e) {
                answer(ticket, () -> {
                    throw e;
                });
            }
        }
        suspects.forEach(index -> isolate(batch, index));
    }

    private void remember(Ticket<T, R> ticket, TensorBatch tensors, int slot) {
        if (!remembered) {
            isolation.remember(tensors, slot, alone -> assemble(ticket, alone));
            remembered = true;
        }
    }

    private void assemble(Ticket<T, R> ticket, TensorBatch alone) {
        work.assemble(List.of(ticket.request.item()), alone);
    }

    private void isolateAll(FormingBatch<T, R> batch) {
        for (int i = 0; i < batch.tickets().size(); i++) {
            isolate(batch, i);
        }
    }

    /** An item that is answered already keeps its answer: completing a future twice changes nothing. */
    private void isolate(FormingBatch<T, R> batch, int index) {
        Ticket<T, R> ticket = batch.tickets().get(index);
        answer(ticket, () -> concludeAlone(ticket, batch.tensors, batch.slot(index)));
    }

    private R concludeAlone(Ticket<T, R> ticket, TensorBatch tensors, int slot) {
        long startedAt = clock.nanoTime();
        return isolation.run(
                tensors,
                slot,
                alone -> assemble(ticket, alone),
                this::guardedRun,
                alone ->
                        work.conclude(ticket.request.item(), alone, 0, ticket.timings(startedAt, clock.nanoTime(), 1)));
    }

    private void answer(Ticket<T, R> ticket, Supplier<R> result) {
        try {
            ticket.future.complete(result.get());
        } catch (AbandonedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ticket.future.completeExceptionally(e);
        }
        assembly.answered(ticket);
    }

    /** Gives the run up when it hangs, and answers its items; true when it did. */
    boolean abandonIfHung(long timeoutNanos) {
        if (!guard.abandonIfHung(clock.nanoTime(), timeoutNanos)) {
            return false;
        }
        FormingBatch<T, R> batch = current;
        if (batch != null) {
            BatchException hung = new BatchException(
                    BatchException.Reason.HUNG, "a run took longer than " + timeoutNanos / 1_000_000 + " ms", null);
            for (Ticket<T, R> ticket : batch.tickets()) {
                ticket.future.completeExceptionally(hung);
                assembly.answered(ticket);
            }
        }
        assembly.abandon();
        return true;
    }
}
