package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleck.core.engine.InferenceException;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.outage.OutagePolicy;
import io.fleck.stream.outage.Valve;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

final class FailedThreadsTest {
    private static final StreamThreadExceptionResponse REPLACE = StreamThreadExceptionResponse.REPLACE_THREAD;
    private static final StreamThreadExceptionResponse STOP = StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

    private final AtomicLong nanos = new AtomicLong();
    private final CollectorRegistry registry = new CollectorRegistry();
    private final InspectionMetrics metrics = new InspectionMetrics(registry);

    private FailedThreads atMost(int most) {
        return new FailedThreads(most, metrics, nanos::get);
    }

    private OutageException outage() {
        ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
        Valve none = new Valve() {
            @Override
            public void shut() {}

            @Override
            public void open() {}
        };
        OutagePolicy policy = new OutagePolicy(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1));
        try (Circuit circuit = new Circuit(policy, none, metrics, probes, nanos::get)) {
            return catchThrowableOfType(
                    OutageException.class,
                    () -> circuit.call(Dependency.ENGINE, () -> {
                        throw new InferenceException("no device", null);
                    }));
        } finally {
            probes.shutdownNow();
        }
    }

    @Test
    void shouldReplaceAFewAndThenStop() {
        FailedThreads threads = atMost(2);
        StreamsException failure = new StreamsException("it failed");
        assertThat(threads.handle(failure)).isEqualTo(REPLACE);
        assertThat(threads.handle(failure)).isEqualTo(REPLACE);
        assertThat(threads.fatal()).isEmpty();
        assertThat(threads.handle(failure)).isEqualTo(STOP);
        assertThat(threads.fatal()).hasValue(failure);
        assertThat(registry.getSampleValue(
                        "fleck_thread_replacements_total", new String[] {"cause"}, new String[] {"failure"}))
                .isEqualTo(2);
    }

    @Test
    void shouldForgetFailuresAfterTenMinutes() {
        FailedThreads threads = atMost(1);
        for (int minutes = 0; minutes < 100; minutes += 11) {
            nanos.set(Duration.ofMinutes(minutes).toNanos());
            assertThat(threads.handle(new StreamsException("x")))
                    .as("after %s min", minutes)
                    .isEqualTo(REPLACE);
        }
        assertThat(threads.handle(new StreamsException("x")))
                .as("two within ten minutes")
                .isEqualTo(STOP);
    }

    @Test
    void shouldNotCountThreadsThatWaitedForWhatIsAway() {
        FailedThreads threads = atMost(0);
        StreamsException wrapped = new StreamsException(outage());
        for (int i = 0; i < 100; i++) {
            assertThat(threads.handle(wrapped)).as("outage %s", i).isEqualTo(REPLACE);
        }
        assertThat(threads.fatal()).isEmpty();
    }

    @Test
    void shouldStopAtAnErrorOfTheVirtualMachine() {
        FailedThreads threads = atMost(100);
        assertThat(threads.handle(new OutOfMemoryError("heap"))).isEqualTo(STOP);
        assertThat(threads.fatal())
                .hasValueSatisfying(error -> assertThat(error).hasMessage("heap"));
    }
}
