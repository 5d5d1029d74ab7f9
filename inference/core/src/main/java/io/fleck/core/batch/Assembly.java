package io.fleck.core.batch;

import io.fleck.core.engine.TensorBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The state that callers, preparers and workers share, behind one lock.
 *
 * <p>A batch stays open for late-comers until a worker is free to take it: closing it earlier could only make it smaller.
 */
final class Assembly<T, R> {
    /** A slot of a forming batch that a preparer has to fill. */
    record Reservation<T, R>(Ticket<T, R> ticket, FormingBatch<T, R> batch, int slot) {}

    private final BatchPolicy policy;
    private final BatchClock clock;
    private final Supplier<TensorBatch> newTensors;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final Condition requests = lock.newCondition();
    private final Condition batches = lock.newCondition();
    private final Condition closing = lock.newCondition();

    private final FairQueue<Ticket<T, R>> queue = new FairQueue<>();
    private final Deque<FormingBatch<T, R>> forming = new ArrayDeque<>();
    private final Deque<TensorBatch> free = new ArrayDeque<>();
    private final Set<Ticket<T, R>> outstanding = new HashSet<>();
    private final Callers callers;
    private final Runnable onAllWaiting = this::reconsider;
    private boolean closed;

    Assembly(BatchPolicy policy, Callers callers, BatchClock clock, Supplier<TensorBatch> newTensors) {
        this.policy = policy;
        this.callers = callers;
        this.clock = clock;
        this.newTensors = newTensors;
        // One batch a worker, and enough for every preparer to fill a slot meanwhile.
        int filling = (policy.preparers() + policy.maxBatchSize() - 1) / policy.maxBatchSize();
        for (int i = 0; i < policy.workers() + filling; i++) {
            free.add(newTensors.get());
        }
        callers.onAllWaiting(onAllWaiting);
    }

    /** Queues a request; waits while the capacity is used up. */
    Ticket<T, R> submit(BatchRequest<T> request) throws InterruptedException {
        Ticket<T, R> ticket = new Ticket<>(request, clock.nanoTime());
        if (!accepted(ticket, false)) {
            // Whoever waits for a place brings nothing more, which is said without holding this lock.
            callers.beginWaiting();
            try {
                boolean unused = accepted(ticket, true);
            } finally {
                callers.endWaiting();
            }
        }
        return ticket;
    }

    /** Takes a ticket, or answers it once closed; false when there is no place and it must not wait. */
    private boolean accepted(Ticket<T, R> ticket, boolean mayWait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && outstanding.size() >= policy.capacity()) {
                if (!mayWait) {
                    return false;
                }
                space.await();
            }
            enqueue(ticket);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Ticket<T, R> ticket) {
        if (closed) {
            ticket.future.completeExceptionally(closedException());
            return;
        }
        outstanding.add(ticket);
        queue.add(ticket.request.key(), ticket.request.priority(), ticket);
        requests.signal();
    }

    /** The next item to prepare and the slot reserved for it; waits for both. Empty once closed. */
    Optional<Reservation<T, R>> nextToPrepare() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Optional<FormingBatch<T, R>> open = queue.size() == 0 ? Optional.empty() : openBatch();
                if (open.isPresent()) {
                    return Optional.of(reserve(open.get()));
                }
                requests.await();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Reservation<T, R> reserve(FormingBatch<T, R> batch) {
        Ticket<T, R> ticket = queue.poll().orElseThrow();
        ticket.takenAt = clock.nanoTime();
        Reservation<T, R> reservation = new Reservation<>(ticket, batch, batch.reserve());
        if (queue.size() > 0) {
            requests.signal();
        }
        return reservation;
    }

    private Optional<FormingBatch<T, R>> openBatch() {
        // Not only the last: a slot whose item was refused is free again in one that was full.
        for (FormingBatch<T, R> batch : forming) {
            if (!batch.full()) {
                return Optional.of(batch);
            }
        }
        TensorBatch tensors = free.poll();
        if (tensors == null) {
            return Optional.empty();
        }
        FormingBatch<T, R> fresh = new FormingBatch<>(tensors);
        forming.addLast(fresh);
        return Optional.of(fresh);
    }

    /** The slot is filled. */
    void prepared(Reservation<T, R> reservation) {
        lock.lock();
        try {
            reservation.ticket().preparedAt = clock.nanoTime();
            reservation.batch().filled(reservation.ticket(), reservation.slot());
            batches.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The item could not be prepared: its slot is free again. */
    void refused(Reservation<T, R> reservation) {
        lock.lock();
        try {
            reservation.batch().refused(reservation.slot());
            requests.signal();
            batches.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next batch to run; waits until one is full or due. Empty once closed. */
    Optional<FormingBatch<T, R>> nextToRun() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                FormingBatch<T, R> first = forming.peekFirst();
                if (first == null || first.empty()) {
                    batches.await();
                    continue;
                }
                long wait = first.oldest() + policy.maxDelay().toNanos() - clock.nanoTime();
                if (!first.pending() && (first.full() || wait <= 0 || nothingMoreCanCome())) {
                    forming.removeFirst();
                    first.seal();
                    batches.signal();
                    requests.signal();
                    return Optional.of(first);
                }
                awaitBatch(first, wait);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // nextToRun loops
    private void awaitBatch(FormingBatch<T, R> first, long wait) throws InterruptedException {
        boolean onlyAPreparerCanHelp = wait <= 0 || (first.pending() && first.full());
        if (onlyAPreparerCanHelp) {
            batches.await();
        } else {
            clock.await(batches, wait);
        }
    }

    private boolean nothingMoreCanCome() {
        return queue.size() == 0 && callers.allWait();
    }

    /** The batch's tensors may be filled again. */
    void release(FormingBatch<T, R> batch) {
        putBack(batch.tensors);
    }

    /** The batch's tensors stay with a run that was given up: others take their place. */
    void abandon() {
        putBack(newTensors.get());
    }

    private void putBack(TensorBatch tensors) {
        lock.lock();
        try {
            free.add(tensors);
            requests.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The item is answered: its place in the capacity is free. */
    void answered(Ticket<T, R> ticket) {
        lock.lock();
        try {
            outstanding.remove(ticket);
            space.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Something outside has changed that batches are dispatched by. */
    private void reconsider() {
        lock.lock();
        try {
            batches.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Items submitted and not yet answered. */
    int inFlight() {
        lock.lock();
        try {
            return outstanding.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits that many milliseconds of the machine's time, or until closed; true when closed. */
    boolean awaitClosed(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && nanos > 0) {
                nanos = closing.awaitNanos(nanos);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody up to go home. */
    void close() {
        callers.forget(onAllWaiting);
        lock.lock();
        try {
            closed = true;
            space.signalAll();
            requests.signalAll();
            batches.signalAll();
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was never answered. */
    List<Ticket<T, R>> leftOver() {
        lock.lock();
        try {
            return List.copyOf(outstanding);
        } finally {
            lock.unlock();
        }
    }

    static BatchException closedException() {
        return new BatchException(BatchException.Reason.CLOSED, "the batcher is closed", null);
    }
}
