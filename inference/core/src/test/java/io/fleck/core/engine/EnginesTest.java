package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnginesTest {
    private static final EngineProvider CPU = new Named("cpu", 100, null);
    private static final EngineProvider GPU = new Named("gpu", 10, null);
    private static final EngineProvider BROKEN_GPU = new Named("gpu", 10, "no driver");

    @Test
    void shouldTakeTheLowestPreferenceThatIsAvailable() {
        assertThat(Engines.select("auto", List.of(CPU, GPU))).isSameAs(GPU);
        assertThat(Engines.select("auto", List.of(GPU, CPU))).isSameAs(GPU);
        assertThat(Engines.select("auto", List.of(BROKEN_GPU, CPU))).isSameAs(CPU);
    }

    @Test
    void shouldTakeTheNamedOneWhateverItsPreference() {
        assertThat(Engines.select("cpu", List.of(GPU, CPU))).isSameAs(CPU);
    }

    @Test
    void shouldSayWhyANamedEngineCannotRun() {
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> Engines.select("gpu", List.of(CPU, BROKEN_GPU)))
                .withMessage("engine gpu cannot run here: no driver");
    }

    @Test
    void shouldSayWhyNoneCanRun() {
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> Engines.select("auto", List.of(new Named("cpu", 100, "no library"), BROKEN_GPU)))
                .withMessage("no engine can run here: gpu: no driver; cpu: no library");
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> Engines.select("auto", List.of()))
                .withMessage("no engine can run here: none is on the class path");
    }

    @Test
    void shouldTakeAStandInOnlyByItsName() {
        EngineProvider standIn = new StandIn();
        assertThat(Engines.select("auto", List.of(standIn, CPU))).isSameAs(CPU);
        assertThat(Engines.select("stand-in", List.of(CPU, standIn))).isSameAs(standIn);
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> Engines.select("auto", List.of(standIn)))
                .withMessageContaining("none is on the class path");
    }

    @Test
    void shouldListTheNamesThereAreForOneThatIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engines.select("tpu", List.of(CPU, GPU)))
                .withMessage("engine 'tpu' is not on the class path; allowed are auto and [cpu, gpu]");
    }

    private record Named(
            String name, int preference, @Nullable String reason) implements EngineProvider {
        @Override
        public Optional<String> unavailable() {
            return Optional.ofNullable(reason);
        }

        @Override
        public Engine open(Path graph, EngineOptions options) {
            throw new AssertionError("choosing opens nothing");
        }
    }

    private static final class StandIn implements EngineProvider {
        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public int preference() {
            return 0;
        }

        @Override
        public boolean automatic() {
            return false;
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.empty();
        }

        @Override
        public Engine open(Path graph, EngineOptions options) {
            throw new AssertionError("choosing opens nothing");
        }
    }
}
