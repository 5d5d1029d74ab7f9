package io.fleck.cluster;

import io.fleck.cluster.broker.Broker;
import io.fleck.cluster.broker.BrokerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same to every broker at the same time: none gets ready, or hands over, without the others. */
final class Together {
    private Together() {}

    /**
     * Returns when all are done, each by its own time limit.
     *
     * @throws BrokerException the first one's failure, the others' suppressed
     */
    static void run(List<Broker> brokers, Consumer<Broker> action) {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (Broker broker : brokers) {
            FutureTask<Boolean> task = new FutureTask<>(() -> action.accept(broker), true);
            tasks.add(task);
            new Thread(task, "fleck-cluster-" + broker.id()).start();
        }
        RuntimeException failure = null;
        for (FutureTask<Boolean> task : tasks) {
            failure = join(task, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException join(FutureTask<Boolean> task, @Nullable RuntimeException earlier) {
        RuntimeException failure = outcome(task);
        if (earlier == null || failure == null) {
            return earlier == null ? failure : earlier;
        }
        earlier.addSuppressed(failure);
        return earlier;
    }

    private static @Nullable RuntimeException outcome(FutureTask<Boolean> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true; // every step has a limit of its own: none is left half done
                } catch (ExecutionException e) {
                    return e.getCause() instanceof RuntimeException known
                            ? known
                            : new ClusterException(String.valueOf(e.getCause()), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
