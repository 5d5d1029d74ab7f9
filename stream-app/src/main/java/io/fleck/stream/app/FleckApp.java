package io.fleck.stream.app;

import io.fleck.stream.admin.AdminServer;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.metrics.KafkaCollector;
import io.prometheus.client.CollectorRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application: frames in, outcomes out, until it is closed or fails for good.
 *
 * <p>Safe for use by several threads.
 */
public final class FleckApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FleckApp.class);
    private static final long LOOK_MILLIS = 50;

    private final FleckConfig config;
    private final Parts parts;
    private final FailedThreads failedThreads;
    private final StreamHealth health;
    private final AdminServer admin;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean closed;

    private FleckApp(FleckConfig config, Parts parts) {
        this.config = config;
        this.parts = parts;
        KafkaStreams streams = parts.streams();
        failedThreads = new FailedThreads(config.stream().threadReplacements(), parts.metrics(), System::nanoTime);
        streams.setUncaughtExceptionHandler(failedThreads);
        streams.setStateListener((now, before) -> changed(now));
        health = new StreamHealth(streams::state, parts.circuit());
        CollectorRegistry registry = parts.metrics().registry();
        registry.register(new KafkaCollector(streams::metrics));
        admin = AdminServer.start(config.admin().host(), config.admin().port(), registry, health);
        CompletableFuture<Void> unused = parts.hangs().fatal().thenAccept(this::hung);
    }

    /**
     * Loads models, checks topics and schemas and starts the stream; it need not be ready yet when this returns. When
     * something fails, nothing is left open.
     *
     * @throws io.fleck.stream.config.ConfigurationException when models or stations are missing
     * @throws io.fleck.core.model.ModelException when a model directory cannot be used
     * @throws io.fleck.core.engine.InferenceException when no engine can run here or it cannot load a model
     * @throws io.fleck.stream.topics.TopicsException when topics or schemas are missing, or the cluster does not answer
     * @throws io.fleck.serdes.SerdeException when the registry does not answer or refuses
     * @throws io.fleck.stream.admin.AdminException when the port for metrics and health cannot be had
     * @throws AppException when a station's threshold cannot be derived, or state.dir cannot be used, as on a full disk
     * @throws org.apache.kafka.common.KafkaException when Kafka refuses the settings
     */
    public static FleckApp start(FleckConfig config) {
        return start(config, Clock.systemUTC());
    }

    /**
     * The same with another clock for the times in records; delays and timeouts are measured on the monotonic one.
     *
     * @param clock may jump
     */
    public static FleckApp start(FleckConfig config, Clock clock) {
        try {
            return open(config, clock);
        } catch (StreamsException e) {
            throw concernsState(e)
                    ? new AppException(
                            "state.dir=" + config.stream().stateDirectory() + " cannot be used: "
                                    + FailedThreads.rootMessage(e),
                            e)
                    : e;
        }
    }

    /** Kafka Streams wraps it in some places and not in others. */
    private static boolean concernsState(StreamsException error) {
        return error instanceof ProcessorStateException || error.getCause() instanceof ProcessorStateException;
    }

    private static FleckApp open(FleckConfig config, Clock clock) {
        Parts parts = Parts.open(config, clock);
        try {
            FleckApp app = new FleckApp(config, parts);
            app.run();
            return app;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void run() {
        parts.streams().start();
        LOG.info(
                "{} started: {} models, {} stations, metrics and health on {}:{}",
                config.kafka().applicationId(),
                config.models().size(),
                config.stations().size(),
                config.admin().host(),
                admin.port());
    }

    private void hung(EngineHungException error) {
        LOG.error("{}", error.getMessage());
        ended.countDown();
    }

    private void changed(KafkaStreams.State now) {
        LOG.info("stream: {}", now);
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            ended.countDown();
        }
    }

    /**
     * Waits until frames are taken up.
     *
     * @throws AppException when that takes longer than the timeout or the application ends; the message says what is
     *     missing
     */
    public void awaitReady(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<String> problems = notReady();
        while (!problems.isEmpty()) {
            if (ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AppException(
                        "not ready: " + String.join("; ", problems), failure().orElse(null));
            }
            problems = notReady();
        }
    }

    /** Waits until the application is closed or has failed for good. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Why it failed for good, if it did. */
    public Optional<Throwable> failure() {
        Optional<Throwable> hung = Optional.ofNullable(parts.hangs().fatal().getNow(null));
        return hung.or(failedThreads::fatal);
    }

    /** Why no frames are taken up, one line a reason; empty when they are. */
    public List<String> notReady() {
        return health.notReady();
    }

    /** Port of metrics and health. */
    public int adminPort() {
        return admin.port();
    }

    /** What it counts and measures. */
    public CollectorRegistry metrics() {
        return parts.metrics().registry();
    }

    /**
     * Stops: frames in hand are concluded and committed, at most for the shutdown timeout, and the group is left, so that
     * others take over at once. What is not committed by then is read again at the next start.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        parts.stopWaiting();
        Duration timeout = config.stream().shutdownTimeout();
        CloseOptions leaving = CloseOptions.timeout(timeout)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
        if (!parts.streams().close(leaving)) {
            LOG.warn(
                    "not stopped within {} s; what is not committed is read again at the next start",
                    timeout.toSeconds());
        }
        parts.close();
        admin.close();
        ended.countDown();
    }
}
