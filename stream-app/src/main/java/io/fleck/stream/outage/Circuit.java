package io.fleck.stream.outage;

import io.fleck.stream.metrics.InspectionMetrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls what may be away, so that no frame is lost or dead-lettered for it.
 *
 * <p>A short outage is waited out on the stream thread, with growing delays. A longer one must not block that thread: it
 * has to poll, and under exactly-once its transaction times out. Then the valve is shut, the thread gives its frame back
 * by {@link OutageException}, and the very attempt that failed is repeated on a thread of its own until it says anything
 * else; that opens the valve again. So an outage of any length costs each stream thread one replacement at most.
 *
 * <p>Safe for use by several threads.
 */
public final class Circuit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private final OutagePolicy policy;
    private final Valve valve;
    private final InspectionMetrics metrics;
    private final ScheduledExecutorService probes;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Dependency, Outage> outages = new EnumMap<>(Dependency.class);

    /** Something is away since a moment; {@code waiting} threads still hold their frames. */
    private static final class Outage {
        private final long since;
        private String reason = "";
        private int waiting;
        private boolean probed;

        Outage(long since) {
            this.since = since;
        }
    }

    /**
     * A closed circuit: calls go through.
     *
     * @param probes runs the attempts while the valve is shut; stays its owner's
     * @param nanoTime monotonic clock
     */
    public Circuit(
            OutagePolicy policy,
            Valve valve,
            InspectionMetrics metrics,
            ScheduledExecutorService probes,
            LongSupplier nanoTime) {
        this.policy = policy;
        this.valve = valve;
        this.metrics = metrics;
        this.probes = probes;
        this.nanoTime = nanoTime;
    }

    /**
     * Calls once, and again while the dependency is away and patience lasts.
     *
     * @param attempt may be repeated, also on another thread
     * @throws OutageException when patience is over or the circuit is closed; the frame must not be committed then
     */
    public <T> T call(Dependency dependency, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (!dependency.isAway(e)) {
                throw e;
            }
            return waitFor(dependency, attempt, e);
        }
    }

    /**
     * Shuts the valve at once, where a thread has waited long enough in another way.
     *
     * @param attempt repeated on another thread until it says anything else than that the dependency is away
     * @param reason why it is thought to be away
     * @return what the stream thread has to throw
     */
    public OutageException suspend(Dependency dependency, Supplier<?> attempt, RuntimeException reason) {
        begin(dependency, reason);
        try {
            shut(dependency, attempt);
            return new OutageException(dependency, reason);
        } finally {
            end(dependency);
        }
    }

    /** What is away, one line each; empty when nothing is. */
    public synchronized List<String> problems() {
        long now = nanoTime.getAsLong();
        return outages.entrySet().stream()
                .map(outage -> outage.getKey().label() + ": away for "
                        + TimeUnit.NANOSECONDS.toSeconds(now - outage.getValue().since) + " s: "
                        + outage.getValue().reason)
                .toList();
    }

    /** Ends all waiting: threads that wait give their frames back. */
    @Override
    public void close() {
        closed.countDown();
    }

    private <T> T waitFor(Dependency dependency, Supplier<T> attempt, RuntimeException first) {
        long deadline = nanoTime.getAsLong() + policy.patience().toNanos();
        RuntimeException last = first;
        begin(dependency, first);
        try {
            for (int i = 0; pauseUntil(deadline, policy.delay(i)); i++) {
                try {
                    return attempt.get();
                } catch (RuntimeException e) {
                    if (!dependency.isAway(e)) {
                        throw e;
                    }
                    last = e;
                }
            }
            shut(dependency, attempt);
            throw new OutageException(dependency, last);
        } finally {
            end(dependency);
        }
    }

    /** Waits for a delay, at most until the deadline; false when no further attempt is due. */
    private boolean pauseUntil(long deadline, Duration delay) {
        long nanos = Math.min(delay.toNanos(), deadline - nanoTime.getAsLong());
        try {
            return nanos > 0 && !closed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void begin(Dependency dependency, RuntimeException reason) {
        Outage outage = outages.computeIfAbsent(dependency, away -> {
            LOG.warn("{} is away, frames wait: {}", away.label(), reason.getMessage());
            metrics.away(away.label(), true);
            return new Outage(nanoTime.getAsLong());
        });
        outage.reason = String.valueOf(reason.getMessage());
        outage.waiting++;
    }

    private synchronized void end(Dependency dependency) {
        Outage outage = outages.get(dependency);
        if (outage != null) {
            outage.waiting--;
            forgetIfOver(dependency, outage);
        }
    }

    private void forgetIfOver(Dependency dependency, Outage outage) {
        if (outage.waiting == 0 && !outage.probed) {
            outages.remove(dependency);
            metrics.away(dependency.label(), false);
            LOG.info("{} is back", dependency.label());
        }
    }

    private synchronized void shut(Dependency dependency, Supplier<?> attempt) {
        Outage outage = outages.get(dependency);
        if (outage == null || outage.probed || closed.getCount() == 0) {
            return;
        }
        outage.probed = true;
        metrics.outage(dependency.label());
        LOG.warn("{} is still away, the stream is paused", dependency.label());
        valve.shut();
        scheduleProbe(dependency, attempt, 0);
    }

    private void scheduleProbe(Dependency dependency, Supplier<?> attempt, int count) {
        var unused = probes.schedule(
                () -> probe(dependency, attempt, count), policy.delay(count).toNanos(), TimeUnit.NANOSECONDS);
    }

    private void probe(Dependency dependency, Supplier<?> attempt, int count) {
        if (closed.getCount() == 0) {
            return;
        }
        boolean answers = false;
        try {
            Object unused = attempt.get();
            answers = true;
        } catch (RuntimeException e) {
            // Any other failure is an answer: what it says of this one frame is for the stream to deal with.
            answers = !dependency.isAway(e);
        } finally {
            if (answers) {
                back(dependency);
            } else {
                scheduleProbe(dependency, attempt, count + 1);
            }
        }
    }

    private synchronized void back(Dependency dependency) {
        Outage outage = outages.get(dependency);
        if (outage != null) {
            outage.probed = false;
            forgetIfOver(dependency, outage);
        }
        if (outages.values().stream().noneMatch(other -> other.probed)) {
            valve.open();
        }
    }
}
