package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends a source's pictures as frames of one camera, in order, at a steady rate, on a thread of its own.
 *
 * <p>Each picture is numbered in the ledger before it is sent and marked there once the broker has it. The gateway waits
 * for a broker or a registry that is away. It closes its source and its ledger, not its transport.
 */
public final class FrameGateway implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final FrameSource source;
    private final FrameLedger ledger;
    private final GatewayClock clock;
    private final Outcomes outcomes;
    private final FrameLoop loop;
    private final Thread thread;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private FrameGateway(
            GatewaySettings settings,
            FrameSource source,
            FrameLedger ledger,
            FrameTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        this.source = source;
        this.ledger = ledger;
        this.clock = clock;
        this.outcomes = new Outcomes(ledger, listener);
        Holdup holdup = new Holdup(listener);
        this.loop = new FrameLoop(
                source,
                new FramePreparer(source, ledger, outcomes, transport.largest(settings)),
                new FrameSender(settings, transport, clock, outcomes, holdup),
                new Pacer(settings.rate(), clock),
                outcomes,
                holdup,
                stopping::get);
        this.thread = new Thread(this::work, "gateway-" + settings.camera());
    }

    /**
     * Starts sending.
     *
     * @param clock for this gateway alone
     */
    public static FrameGateway start(
            GatewaySettings settings,
            FrameSource source,
            FrameLedger ledger,
            FrameTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        FrameGateway gateway = new FrameGateway(settings, source, ledger, transport, clock, listener);
        gateway.thread.start();
        return gateway;
    }

    private void work() {
        try {
            loop.run();
        } catch (GatewayException e) {
            outcomes.broken(e);
        } catch (InterruptedException | RuntimeException e) {
            outcomes.broken(new GatewayException("the gateway stopped on " + e, e));
        } finally {
            ended.countDown();
        }
    }

    /** Frames acknowledged, failed and in flight so far. */
    public GatewayCounts counts() {
        return outcomes.counts();
    }

    /** Stops sending; returns at once. What is in flight may still be acknowledged until {@link #close}. */
    public void stop() {
        stopping.set(true);
        clock.release();
    }

    /**
     * Waits until every picture of the source is acknowledged or failed, or until somebody stops the gateway.
     *
     * @throws GatewayException when the gateway could not go on
     */
    public GatewayCounts await() throws InterruptedException {
        ended.await();
        outcomes.broken().ifPresent(reason -> {
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
            if (outcomes.broken().isEmpty()) {
                outcomes.awaitSettled(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outcomes.close();
        source.close();
        ledger.close();
    }
}
