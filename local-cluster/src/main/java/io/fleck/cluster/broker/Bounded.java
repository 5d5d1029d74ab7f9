package io.fleck.cluster.broker;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what Kafka offers no time limit for: its start and its stop wait for a quorum as long as it takes. */
final class Bounded {
    private Bounded() {}

    /**
     * Runs the work on a thread of its own and waits for it. Work that is not done in time is interrupted and left to
     * itself.
     *
     * @param name the thread's name
     * @return why it is not done, or nothing when it is
     */
    static Optional<Throwable> run(String name, Duration limit, Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.of(new BrokerException("not done after " + limit.toMillis() + " ms", e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }
}
