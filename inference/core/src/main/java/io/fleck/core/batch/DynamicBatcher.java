package io.fleck.core.batch;

import io.fleck.core.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gathers single requests of many callers into batches for one engine: one batcher a model and process.
 *
 * <p>A batch is dispatched when it is full, when its oldest item has waited the maximal delay since it was submitted, or
 * when nothing more can come because all {@link Callers} wait; and then only when a worker is free, until
 * which it stays open for late-comers. Keys take turns, priorities go first. Preparers fill slots of one batch while
 * workers run others.
 *
 * <p>Every submitted item's future completes exactly once: with a result, with the item's own exception from
 * {@link BatchWork}, or with a {@link BatchException}. Futures complete on threads of the batcher: what hangs on them
 * must return at once. Safe for use by several threads. The engine belongs to whoever made it and is closed after the
 * batcher.
 *
 * @param <T> item
 * @param <R> its result
 */
public final class DynamicBatcher<T, R> implements AutoCloseable {
    private static final Duration LONGEST_WATCH = Duration.ofSeconds(1);
    private static final int WATCHES_PER_TIMEOUT = 4;

    private final Engine engine;
    private final BatchPolicy policy;
    private final BatchWork<T, R> work;
    private final BatchClock clock;
    private final BatchObserver observer;
    private final Assembly<T, R> assembly;
    private final List<Thread> threads = new ArrayList<>();
    private final List<EngineWorker<T, R>> workers = new ArrayList<>();
    private final Thread watchdog;
    private final AtomicInteger hangs = new AtomicInteger();

    /** Starts the threads: as many preparers and workers as the policy says, and a watchdog. */
    public DynamicBatcher(
            String name,
            Engine engine,
            BatchPolicy policy,
            BatchWork<T, R> work,
            Callers callers,
            BatchClock clock,
            BatchObserver observer) {
        this.engine = engine;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
        this.observer = observer;
        this.assembly = new Assembly<>(policy, callers, clock, () -> engine.newBatch(policy.maxBatchSize()));
        for (int i = 0; i < policy.preparers(); i++) {
            start(name + "-prepare-" + i, this::prepareAll);
        }
        for (int i = 0; i < policy.workers(); i++) {
            startWorker(name + "-engine-" + i);
        }
        this.watchdog = thread(name + "-watchdog", () -> watch(name));
        watchdog.start();
    }

    /**
     * Queues an item and returns at once, or waits while the capacity is used up.
     *
     * @throws InterruptedException when interrupted while waiting; the item was not taken
     */
    public CompletableFuture<R> submit(BatchRequest<T> request) throws InterruptedException {
        return assembly.submit(request).future;
    }

    /** Items submitted and not yet answered. */
    public int inFlight() {
        return assembly.inFlight();
    }

    /**
     * Stops: what is inside the engine gets its result, at most for the run timeout; all else completes with
     * {@link BatchException.Reason#CLOSED}.
     */
    @Override
    public void close() {
        assembly.close();
        watchdog.interrupt();
        boolean interrupted = false;
        long deadline = System.nanoTime() + policy.runTimeout().toNanos();
        for (Thread thread : allThreads()) {
            interrupted |= !joined(thread, deadline);
        }
        for (Ticket<T, R> ticket : assembly.leftOver()) {
            ticket.future.completeExceptionally(Assembly.closedException());
            assembly.answered(ticket);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joined(Thread thread, long deadline) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try {
            thread.join(Math.max(1, millis));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void prepareAll() {
        try {
            Optional<Assembly.Reservation<T, R>> next = assembly.nextToPrepare();
            while (next.isPresent()) {
                prepare(next.get());
                next = assembly.nextToPrepare();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare(Assembly.Reservation<T, R> reservation) {
        Ticket<T, R> ticket = reservation.ticket();
        try {
            refuseExpired(ticket);
            work.prepare(ticket.request.item(), reservation.batch().tensors, reservation.slot());
            assembly.prepared(reservation);
        } catch (RuntimeException | Error e) {
            assembly.refused(reservation);
            ticket.future.completeExceptionally(e);
            assembly.answered(ticket);
        }
    }

    private static <T, R> void refuseExpired(Ticket<T, R> ticket) {
        long late = ticket.takenAt - ticket.request.expiresAtNanos();
        if (ticket.request.expiresAtNanos() != BatchRequest.NEVER && late > 0) {
            throw new BatchException(
                    BatchException.Reason.EXPIRED,
                    "expired " + late / 1_000_000 + " ms before it could be batched",
                    null);
        }
    }

    private void watch(String name) {
        Duration quarter = policy.runTimeout().dividedBy(WATCHES_PER_TIMEOUT);
        long periodMillis = Math.max(1, Math.min(quarter.toMillis(), LONGEST_WATCH.toMillis()));
        try {
            while (!assembly.awaitClosed(periodMillis)) {
                replaceHung(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replaceHung(String name) {
        for (EngineWorker<T, R> worker : currentWorkers()) {
            if (worker.abandonIfHung(policy.runTimeout().toNanos())) {
                int count = hangs.incrementAndGet();
                forget(worker);
                startWorker(name + "-engine-after-hang-" + count);
                observer.hung(count);
            }
        }
    }

    private synchronized List<EngineWorker<T, R>> currentWorkers() {
        return List.copyOf(workers);
    }

    private synchronized void forget(EngineWorker<T, R> worker) {
        workers.remove(worker);
    }

    private synchronized List<Thread> allThreads() {
        return List.copyOf(threads);
    }

    private synchronized void startWorker(String threadName) {
        EngineWorker<T, R> worker = new EngineWorker<>(engine, assembly, work, policy, clock, observer);
        workers.add(worker);
        start(threadName, worker);
    }

    private synchronized void start(String threadName, Runnable body) {
        Thread thread = thread(threadName, body);
        threads.add(thread);
        thread.start();
    }

    private static Thread thread(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }
}
