package io.fleck.stream.gateway.command;

import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.SystemGatewayClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C and SIGTERM: stop sending, write down what was acknowledged, then end. */
final class GatewayInterrupt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayInterrupt.class);
    private static final long LIMIT_SECONDS = 15;

    private final GatewayClock clock = new SystemGatewayClock();
    private final AtomicBoolean raised = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> gateway = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::raise, "gateway-interrupt");

    private GatewayInterrupt() {}

    static GatewayInterrupt install() {
        GatewayInterrupt interrupt = new GatewayInterrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @SuppressWarnings("ResultOfMethodCallIgnored") // in time or not: the process ends
    private void raise() {
        raised.set(true);
        clock.release();
        stopGateway();
        try {
            done.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A clock whose waits end with the interrupt. */
    GatewayClock clock() {
        return clock;
    }

    boolean raised() {
        return raised.get();
    }

    /** From now on the interrupt stops this gateway. */
    void stops(Gateway running) {
        stops(running::stop);
    }

    /** From now on the interrupt does this, which returns at once. */
    void stops(Runnable stop) {
        gateway.set(stop);
        if (raised.get()) {
            stopGateway();
        }
    }

    private void stopGateway() {
        Runnable stop = gateway.get();
        if (stop != null) {
            stop.run();
        }
    }

    /** Everything is written down: an interrupt need not wait any longer. */
    @Override
    public void close() {
        done.countDown();
        if (!raised.get()) {
            remove();
        }
    }

    private void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("interrupted at the very end", e);
        }
    }
}
