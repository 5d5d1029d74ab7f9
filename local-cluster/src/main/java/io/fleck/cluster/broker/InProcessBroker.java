package io.fleck.cluster.broker;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node inside this JVM: quick to start and to debug.
 *
 * <p>Kafka itself still ends the whole process when it can no longer write to its data directory; faults of that kind
 * are for {@link ChildBroker}.
 */
public final class InProcessBroker implements Broker {
    private static final Logger LOG = LoggerFactory.getLogger(InProcessBroker.class);

    private final NodeSettings settings;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private @Nullable KraftNode node;

    /** A node that is not started yet. */
    public InProcessBroker(NodeSettings settings) {
        this.settings = settings;
    }

    @Override
    public int id() {
        return settings.id();
    }

    @Override
    public boolean running() {
        return node != null && fault.get() == null;
    }

    @Override
    public void start(Duration limit) {
        if (node != null) {
            return;
        }
        fault.set(null);
        KraftNode starting = KraftNode.prepare(settings, this::remember);
        node = starting;
        Optional<Throwable> failure = runWithin(limit, "start", starting::start);
        if (failure.isPresent()) {
            stop(limit);
            throw new BrokerException(
                    "broker " + id() + " did not start: " + failure.get().getMessage(), failure.get());
        }
    }

    /** In a process of its own a node ends itself on a fatal fault; here the fault is kept and told by running(). */
    private FaultHandler remember(String name, boolean fatal, Runnable action) {
        FaultHandler logging = new LoggingFaultHandler(name, action);
        if (!fatal) {
            return logging;
        }
        return (message, cause) -> {
            fault.compareAndSet(null, cause == null ? new BrokerException(message, null) : cause);
            return logging.handleFault(message, cause);
        };
    }

    @Override
    public void drain(Duration limit) {
        KraftNode draining = node;
        if (draining != null) {
            runWithin(limit, "drain", () -> draining.stopBroker(limit)).ifPresent(this::complain);
        }
    }

    @Override
    public void stop(Duration limit) {
        KraftNode stopping = node;
        node = null;
        if (stopping != null) {
            runWithin(limit, "stop", () -> stopping.stop(limit)).ifPresent(this::complain);
        }
    }

    @Override
    public void kill() {
        throw new BrokerException("broker " + id() + " shares this process and cannot be killed alone", null);
    }

    private void complain(Throwable failure) {
        LOG.warn("broker {} did not stop in order: {}", id(), failure.getMessage(), failure);
    }

    /** Kafka's own start and stop wait for a quorum without a limit that could be set. */
    private Optional<Throwable> runWithin(Duration limit, String step, Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread thread = new Thread(task, "fleck-broker-" + id() + "-" + step);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.of(new BrokerException("not done after " + limit.toSeconds() + " s", e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }
}
