package io.fleck.stream.claims;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that fetch pictures beside the stream. Nothing queues for them: whoever brings one more waits, so that what was
 * taken is done within the time of one fetch, and a commit that waits for it too. Safe for use by several threads.
 */
public final class FetchPool implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    /**
     * Starts no thread yet.
     *
     * @param most fetches at the same time, at least 1
     */
    public FetchPool(int most) {
        AtomicInteger count = new AtomicInteger();
        this.free = new Semaphore(most, true);
        this.threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "fleck-fetch-" + count.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does work on a thread of the pool; waits while all of them are busy.
     *
     * @param work fetches, and begins what comes after that
     * @return completes as what the work began does, or with what the work throws
     * @throws InterruptedException when interrupted while waiting; the work was not taken
     * @throws RejectedExecutionException once closed
     */
    public <T> CompletableFuture<T> compose(Supplier<CompletableFuture<T>> work) throws InterruptedException {
        free.acquire();
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> run(work, result));
        } catch (RejectedExecutionException e) {
            free.release();
            throw e;
        }
        return result;
    }

    private <T> void run(Supplier<CompletableFuture<T>> work, CompletableFuture<T> result) {
        try {
            CompletableFuture<T> unused = work.get().whenComplete((value, error) -> complete(result, value, error));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            free.release();
        }
    }

    private static <T> void complete(CompletableFuture<T> result, T value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }

    /** Interrupts what is under way, and takes nothing more. */
    @Override
    public void close() {
        var unused = threads.shutdownNow();
    }
}
