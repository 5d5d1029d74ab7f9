package io.fleck.stream.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleck.avro.CameraFrame;
import io.fleck.core.engine.InferenceException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.stream.Eventually;
import io.fleck.stream.metrics.InspectionMetrics;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CircuitTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
    private final CollectorRegistry registry = new CollectorRegistry();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean(true);
    private final Gate gate = new Gate();

    private static final class Gate implements Valve {
        private final AtomicInteger shuts = new AtomicInteger();
        private final CountDownLatch shut = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public void shut() {
            shuts.incrementAndGet();
            shut.countDown();
        }

        @Override
        public void open() {
            opened.countDown();
        }
    }

    @AfterEach
    void stop() {
        probes.shutdownNow();
    }

    private Circuit circuit(Duration patience) {
        OutagePolicy policy = new OutagePolicy(patience, Duration.ofMillis(1), Duration.ofMillis(5));
        return new Circuit(policy, gate, new InspectionMetrics(registry), probes, System::nanoTime);
    }

    private static InferenceException engineAway() {
        return new InferenceException("no device", null);
    }

    private String engine() {
        attempts.incrementAndGet();
        if (away.get()) {
            throw engineAway();
        }
        return "score";
    }

    private Supplier<String> failing(int times) {
        return () -> {
            if (attempts.incrementAndGet() <= times) {
                throw engineAway();
            }
            return "score";
        };
    }

    private double away(String dependency) {
        Double value = registry.getSampleValue("fleck_away", new String[] {"dependency"}, new String[] {dependency});
        return value == null ? 0 : value;
    }

    @Test
    void shouldPassCallsThrough() {
        try (Circuit circuit = circuit(LONG)) {
            assertThat(circuit.call(Dependency.ENGINE, () -> "score")).isEqualTo("score");
            assertThat(circuit.problems()).isEmpty();
        }
    }

    @Test
    void shouldWaitOutAShortOutageOnTheSameThread() {
        try (Circuit circuit = circuit(LONG)) {
            assertThat(circuit.call(Dependency.ENGINE, failing(4))).isEqualTo("score");
        }
        assertThat(attempts).as("attempts").hasValue(5);
        assertThat(gate.shuts).as("the stream goes on").hasValue(0);
        assertThat(away("engine")).as("fleck_away afterwards").isZero();
    }

    @Test
    void shouldNotRepeatWhatIsNoOutage() {
        try (Circuit circuit = circuit(LONG)) {
            assertThatThrownBy(() -> circuit.call(Dependency.REGISTRY, failing(1)))
                    .as("the engine's failure is not the registry's absence")
                    .isInstanceOf(InferenceException.class);
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldStopRepeatingOnceTheFailureIsOfAnotherKind() {
        Supplier<String> call = () -> {
            if (attempts.incrementAndGet() == 1) {
                throw engineAway();
            }
            throw new IllegalArgumentException("bad picture");
        };
        try (Circuit circuit = circuit(LONG)) {
            assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, call)).hasMessage("bad picture");
            assertThat(circuit.problems()).isEmpty();
        }
    }

    @Test
    void shouldShutTheValveUntilTheSameAttemptGoesThrough() throws Exception {
        try (Circuit circuit = circuit(Duration.ZERO)) {
            assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, this::engine))
                    .isInstanceOf(OutageException.class)
                    .hasMessage("engine is away: no device");
            assertThat(gate.shuts).hasValue(1);
            assertThat(circuit.problems())
                    .singleElement()
                    .asString()
                    .startsWith("engine: away for ")
                    .endsWith("no device");
            assertThat(away("engine")).isEqualTo(1);
            away.set(false);
            assertThat(gate.opened.await(10, TimeUnit.SECONDS))
                    .as("valve opened")
                    .isTrue();
            assertThat(circuit.problems()).isEmpty();
            assertThat(circuit.call(Dependency.ENGINE, this::engine)).isEqualTo("score");
        }
        assertThat(registry.getSampleValue("fleck_outages_total", new String[] {"dependency"}, new String[] {"engine"}))
                .isEqualTo(1);
    }

    @Test
    void shouldOpenTheValveWhenTheProbeFailsForAnotherReason() throws Exception {
        Supplier<String> call = () -> {
            if (away.get()) {
                throw engineAway();
            }
            throw new IllegalArgumentException("bad picture");
        };
        try (Circuit circuit = circuit(Duration.ZERO)) {
            assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, call)).isInstanceOf(OutageException.class);
            away.set(false);
            assertThat(gate.opened.await(10, TimeUnit.SECONDS))
                    .as("valve opened")
                    .isTrue();
        }
    }

    @Test
    void shouldShutTheValveOnceForAllThreads() {
        try (Circuit circuit = circuit(Duration.ZERO)) {
            for (int thread = 0; thread < 3; thread++) {
                assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, this::engine))
                        .isInstanceOf(OutageException.class);
            }
        }
        assertThat(gate.shuts).as("shut by the first of three").hasValue(1);
    }

    @Test
    void shouldOpenTheValveOnlyWhenNothingIsAwayAnyMore() throws Exception {
        AtomicBoolean registryAway = new AtomicBoolean(true);
        Supplier<String> registryCall = () -> {
            if (registryAway.get()) {
                throw registryIsAway();
            }
            return "schema";
        };
        try (Circuit circuit = circuit(Duration.ZERO)) {
            assertThatThrownBy(() -> circuit.call(Dependency.ENGINE, this::engine))
                    .isInstanceOf(OutageException.class);
            assertThatThrownBy(() -> circuit.call(Dependency.REGISTRY, registryCall))
                    .isInstanceOf(OutageException.class);
            assertThat(circuit.problems()).hasSize(2);
            away.set(false);
            Eventually.holds("the engine is back", () -> circuit.problems().size() == 1);
            assertThat(circuit.problems().get(0)).startsWith("registry: ");
            assertThat(gate.opened.getCount()).as("still shut").isEqualTo(1);
            registryAway.set(false);
            assertThat(gate.opened.await(10, TimeUnit.SECONDS))
                    .as("valve opened")
                    .isTrue();
        }
    }

    /** The real exception, from a registry that nobody serves. */
    private static RuntimeException registryIsAway() {
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1"))) {
            return catchThrowableOfType(
                    RegistryUnavailableException.class,
                    () -> codec.decoder(CameraFrame.class).decode("frames", new byte[] {0, 0, 0, 0, 1, 2}));
        }
    }

    @Test
    void shouldGiveTheFrameBackWhenClosedWhileWaiting() throws Exception {
        Circuit circuit = circuit(LONG);
        CountDownLatch failed = new CountDownLatch(2);
        CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> circuit.call(Dependency.ENGINE, () -> {
            failed.countDown();
            throw engineAway();
        }));
        assertThat(failed.await(10, TimeUnit.SECONDS)).as("it waits").isTrue();
        circuit.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OutageException.class);
        assertThat(gate.shuts).as("closing pauses nothing").hasValue(0);
    }

    @Test
    void shouldDoubleTheDelayUpToTheLongest() {
        OutagePolicy policy = new OutagePolicy(LONG, Duration.ofMillis(100), Duration.ofSeconds(5));
        assertThat(policy.delay(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.delay(3)).isEqualTo(Duration.ofMillis(800));
        assertThat(policy.delay(6)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(1000)).isEqualTo(Duration.ofSeconds(5));
    }
}
