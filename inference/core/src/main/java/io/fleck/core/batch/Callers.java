package io.fleck.core.batch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that submit to the batchers of a process. While all of them wait, nothing more can come, and no batcher
 * waits for its batch to fill.
 *
 * <p>One object for all batchers: a thread that waits for one model brings nothing to the others either. Safe for use by
 * several threads.
 */
public final class Callers {
    private final Map<Thread, Integer> registered = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int waiting;

    /** The calling thread submits from now on; one that registers several times counts once. */
    public Caller register() {
        Thread thread = Thread.currentThread();
        synchronized (this) {
            registered.merge(thread, 1, Integer::sum);
        }
        return new Caller(thread);
    }

    /** Called, on any thread and without locks, when all wait. */
    void onAllWaiting(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls a listener no more. */
    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether there are callers and all of them wait. */
    synchronized boolean allWait() {
        return !registered.isEmpty() && waiting >= registered.size();
    }

    /** The calling thread waits, until {@link #endWaiting}. Holds no lock of a batcher meanwhile. */
    void beginWaiting() {
        change(1);
    }

    void endWaiting() {
        change(-1);
    }

    /** Who is no caller may wait too, as one that hands over for a caller does: it says nothing about the callers. */
    private void change(int by) {
        synchronized (this) {
            if (!registered.containsKey(Thread.currentThread())) {
                return;
            }
            waiting += by;
        }
        tellIfAllWait();
    }

    private void unregister(Thread thread) {
        synchronized (this) {
            registered.computeIfPresent(thread, (key, count) -> count == 1 ? null : count - 1);
        }
        tellIfAllWait();
    }

    private void tellIfAllWait() {
        if (allWait()) {
            listeners.forEach(Runnable::run);
        }
    }

    /** A thread that submits items and sometimes waits for them. */
    public final class Caller implements AutoCloseable {
        private final Thread thread;
        private boolean open = true;

        private Caller(Thread thread) {
            this.thread = thread;
        }

        /**
         * Waits for a future. While all callers wait, forming batches are dispatched at once.
         *
         * @throws ExecutionException with the future's exception as cause
         * @throws TimeoutException when it takes longer
         */
        public <R> R await(CompletableFuture<R> future, Duration timeout)
                throws InterruptedException, ExecutionException, TimeoutException {
            if (future.isDone()) {
                return future.get();
            }
            beginWaiting();
            try {
                return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                endWaiting();
            }
        }

        /** Nothing more comes from here. */
        @Override
        public void close() {
            if (open) {
                open = false;
                unregister(thread);
            }
        }
    }
}
