package io.fleck.fitting.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads for the heavy parts of fitting. One piece of work at a time; the caller waits for it. Not to
 * be called from its own threads.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    /** Starts as many threads, at least 1. */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + "; at least 1");
        }
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "fleck-fit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Runs the same body once on every thread and waits until all have returned.
     *
     * @param body gets the question whether to stop early, because another thread failed or the caller was interrupted
     * @throws InterruptedException when the caller was interrupted; every body has returned then too
     */
    public void onEach(Consumer<BooleanSupplier> body) throws InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(() -> guarded(body, stopped)));
        }
        awaitAll(running, stopped);
    }

    private static void guarded(Consumer<BooleanSupplier> body, AtomicBoolean stopped) {
        boolean finished = false;
        try {
            body.accept(stopped::get);
            finished = true;
        } finally {
            if (!finished) {
                stopped.set(true);
            }
        }
    }

    private static void awaitAll(List<Future<?>> running, AtomicBoolean stopped) throws InterruptedException {
        @Nullable Throwable failure = null;
        @Nullable InterruptedException interrupted = null;
        for (int i = 0; i < running.size(); ) {
            try {
                running.get(i).get();
                i++;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            } catch (InterruptedException e) {
                stopped.set(true);
                interrupted = e;
            }
        }
        if (interrupted != null) {
            throw interrupted;
        }
        rethrow(failure);
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure instanceof Error known) {
            throw known;
        }
    }

    /**
     * Calls a body for 0 to count - 1, in no particular order.
     *
     * @throws InterruptedException when the caller was interrupted; no call is going on then
     */
    public void forEach(int count, IntConsumer body) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        onEach(stop -> {
            for (int i = next.getAndIncrement(); i < count && !stop.getAsBoolean(); i = next.getAndIncrement()) {
                body.accept(i);
            }
        });
    }

    /** Ends the threads; work that is going on is waited for, at most a minute. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
