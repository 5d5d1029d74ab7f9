package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.engine.InferenceException;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.outage.OutageException;
import io.fleck.stream.outage.OutagePolicy;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StreamHealthTest {
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
    private final Circuit circuit = new Circuit(
            new OutagePolicy(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1)),
            new StreamValve(),
            new InspectionMetrics(new CollectorRegistry()),
            probes,
            System::nanoTime);
    private final StreamHealth health = new StreamHealth(state::get, circuit);

    @AfterEach
    void stop() {
        probes.shutdownNow();
    }

    @Test
    void shouldBeReadyWhileTheStreamRuns() {
        assertThat(health.notReady()).isEmpty();
        assertThat(health.notAlive()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void shouldNotBeReadyInAnyOtherState(State other) {
        state.set(other);
        assertThat(health.notReady()).containsExactly("stream: " + other);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ERROR", "NOT_RUNNING"})
    void shouldNotBeAliveOnceItCannotRecover(State over) {
        state.set(over);
        assertThat(health.notAlive()).containsExactly("stream: " + over);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"CREATED", "REBALANCING", "PENDING_SHUTDOWN"})
    void shouldBeAliveWhileItMayRecoverOrStops(State passing) {
        state.set(passing);
        assertThat(health.notAlive()).isEmpty();
    }

    @Test
    void shouldNameWhatIsAway() {
        assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, () -> {
                    throw new InferenceException("no device", null);
                }))
                .isInstanceOf(OutageException.class);
        assertThat(health.notReady())
                .singleElement()
                .asString()
                .startsWith("engine: away for ")
                .endsWith("no device");
        assertThat(health.notAlive())
                .as("a restart does not bring the engine back")
                .isEmpty();
    }
}
