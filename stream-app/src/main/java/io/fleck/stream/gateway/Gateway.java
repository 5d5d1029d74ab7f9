package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A source on its way into a topic, on a thread of its own. What is done with each file is the {@link Work}'s; this class
 * starts it, waits for what is in flight, and stops it. It closes its source and its ledger, not its transport.
 */
public final class Gateway implements AutoCloseable {
    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** Takes what a source gives to the producer. Used by the gateway's thread only. */
    @FunctionalInterface
    public interface Work {
        /**
         * Polls the source once and sends what came.
         *
         * @param over whether the gateway was stopped or cannot go on
         */
        void next(BooleanSupplier over) throws InterruptedException;
    }

    private final FrameSource source;
    private final FrameLedger ledger;
    private final GatewayClock clock;
    private final Deliveries deliveries;
    private final Holdup holdup;
    private final Work work;
    private final Thread thread;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Gateway(
            String name,
            FrameSource source,
            FrameLedger ledger,
            GatewayClock clock,
            Deliveries deliveries,
            Holdup holdup,
            Work work) {
        this.source = source;
        this.ledger = ledger;
        this.clock = clock;
        this.deliveries = deliveries;
        this.holdup = holdup;
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    /**
     * Starts sending.
     *
     * @param name of the thread
     * @param clock for this gateway alone
     */
    public static Gateway start(
            String name,
            FrameSource source,
            FrameLedger ledger,
            GatewayClock clock,
            Deliveries deliveries,
            Holdup holdup,
            Work work) {
        Gateway gateway = new Gateway(name, source, ledger, clock, deliveries, holdup, work);
        gateway.thread.start();
        return gateway;
    }

    private void run() {
        try {
            send();
        } catch (GatewayException e) {
            deliveries.broken(e);
        } catch (InterruptedException | RuntimeException e) {
            deliveries.broken(new GatewayException("the gateway stopped on " + e, e));
        } finally {
            ended.countDown();
        }
    }

    private void send() throws InterruptedException {
        while (!over() && !source.exhausted()) {
            work.next(this::over);
        }
        while (!over() && !deliveries.awaitSettled(SILENCE)) {
            holdup.begin("the broker has not acknowledged " + counts().inFlight() + " records yet");
        }
    }

    private boolean over() {
        return stopping.get() || deliveries.broken().isPresent();
    }

    /** Records acknowledged and in flight, and what failed, so far. */
    public GatewayCounts counts() {
        return deliveries.counts();
    }

    /** Stops sending; returns at once. What is in flight may still be acknowledged until {@link #close}. */
    public void stop() {
        stopping.set(true);
        clock.release();
    }

    /**
     * Waits until everything that the source has is acknowledged or failed, or until somebody stops the gateway.
     *
     * @throws GatewayException when the gateway could not go on
     */
    public GatewayCounts await() throws InterruptedException {
        ended.await();
        deliveries.broken().ifPresent(reason -> {
            throw new GatewayException(String.valueOf(reason.getMessage()), reason);
        });
        return counts();
    }

    /** Stops, waits at most 5 s for what is in flight, and leaves the rest to the ledger. */
    @Override
    public void close() {
        stop();
        try {
            thread.join();
            if (deliveries.broken().isEmpty()) {
                deliveries.awaitSettled(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.close();
        source.close();
        ledger.close();
    }
}
