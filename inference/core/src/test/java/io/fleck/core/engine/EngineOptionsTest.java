package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EngineOptionsTest {
    @Test
    void shouldChangeOneSettingAtATime() {
        EngineOptions options = new EngineOptions(2, 3, 4, 5);
        assertThat(options.withThreads(9)).isEqualTo(new EngineOptions(9, 3, 4, 5));
        assertThat(options.withWorkers(9)).isEqualTo(new EngineOptions(2, 9, 4, 5));
        assertThat(options.withMaxBatch(9)).isEqualTo(new EngineOptions(2, 3, 9, 5));
        assertThat(options.withWarmUpRuns(0)).isEqualTo(new EngineOptions(2, 3, 4, 0));
    }

    @Test
    void shouldNameTheSettingThatIsOutOfRange() {
        EngineOptions options = EngineOptions.DEFAULT;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withThreads(0))
                .withMessageContaining("threads 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withWorkers(0))
                .withMessageContaining("workers 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMaxBatch(0))
                .withMessageContaining("maxBatch 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withWarmUpRuns(-1))
                .withMessageContaining("warmUpRuns -1");
    }
}
