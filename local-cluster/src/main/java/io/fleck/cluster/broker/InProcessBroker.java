package io.fleck.cluster.broker;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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

    /** A node without a quorum needs more than its own 5 s to give up. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(15);

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
        KraftNode starting = KraftNode.prepare(settings.toKafka(), settings.clusterId(), this::faultHandler);
        node = starting;
        Optional<Throwable> failure = run("start", limit, starting::start);
        if (failure.isPresent()) {
            stop(CLEAN_UP);
            throw new BrokerException("broker " + id() + " did not start: " + reasons(failure.get()), failure.get());
        }
    }

    /** In a process of its own a node ends itself on a fatal fault; here the fault is kept and told by running(). */
    private FaultHandler faultHandler(String name, boolean fatal, Runnable action) {
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
            run("drain", limit, () -> draining.stopBroker(limit)).ifPresent(this::complain);
        }
    }

    @Override
    public void stop(Duration limit) {
        KraftNode stopping = node;
        node = null;
        if (stopping != null) {
            run("stop", limit, () -> stopping.stop(limit)).ifPresent(this::complain);
        }
    }

    @Override
    public void kill() {
        throw new BrokerException("broker " + id() + " shares this process and cannot be killed alone", null);
    }

    /** Kafka wraps what matters, such as the port that is taken, in several layers. */
    private static String reasons(Throwable failure) {
        return Throwables.getCausalChain(failure).stream()
                .map(cause -> String.valueOf(cause.getMessage()))
                .collect(Collectors.joining(": "));
    }

    private Optional<Throwable> run(String step, Duration limit, Runnable work) {
        return Bounded.run("fleck-broker-" + id() + "-" + step, limit, work);
    }

    private void complain(Throwable failure) {
        LOG.warn("broker {} did not stop in order: {}", id(), failure.getMessage(), failure);
    }
}
