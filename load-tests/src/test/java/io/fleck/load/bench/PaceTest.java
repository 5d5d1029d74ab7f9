package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void shouldGiveASweepAndSettlingTheirShare() {
        Pace pace = new Pace(5, Duration.ofSeconds(15), Duration.ofSeconds(10));
        assertThat(pace.sweep()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(pace.settling()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void shouldRefuseWhatMeasuresNothing() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace(0, second, second))
                .withMessageContaining("--rounds 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace(1, second, Duration.ZERO))
                .withMessageContaining("--seconds 0 ms");
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(1, second.negated(), second));
    }
}
