package io.fleck.stream.app;

import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.OutageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread that failed: it is replaced, its uncommitted frames are read again. Too many failures
 * within a while, or an error of the virtual machine, end the application; waiting for what is away counts for nothing.
 */
final class FailedThreads implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailedThreads.class);
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final int most;
    private final InspectionMetrics metrics;
    private final LongSupplier nanoTime;
    private final Deque<Long> failures = new ArrayDeque<>();
    private Optional<Throwable> fatal = Optional.empty();

    /**
     * Counts failures.
     *
     * @param most threads that may fail within ten minutes
     */
    FailedThreads(int most, InspectionMetrics metrics, LongSupplier nanoTime) {
        this.most = most;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable error) {
        if (isOutage(error)) {
            metrics.threadReplaced("outage");
            LOG.info("a stream thread gave its frame back: {}", rootMessage(error));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (error instanceof Error || !mayFailAgain()) {
            fatal = Optional.of(error);
            LOG.error("a stream thread failed and is not replaced any more; the application stops", error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        metrics.threadReplaced("failure");
        LOG.error("a stream thread failed and is replaced", error);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** The failure that ended the application, if one did. */
    synchronized Optional<Throwable> fatal() {
        return fatal;
    }

    private boolean mayFailAgain() {
        long now = nanoTime.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > WINDOW.toNanos()) {
            failures.removeFirst();
        }
        return failures.size() <= most;
    }

    private static boolean isOutage(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutageException) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
