package io.fleck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "60s,60000", "5m,300000", "2h,7200000", "7d,604800000"})
    void shouldReadDurations(String text, long millis) {
        assertThat(Units.duration(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1B,1", "512KiB,524288", "16MiB,16777216", "2GiB,2147483648"})
    void shouldReadSizes(String text, long bytes) {
        assertThat(Units.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "s", "-5s", "1.5s", "5 weeks", "16MB"})
    void shouldNameTheTextThatIsNoDuration(String text) {
        assertThatThrownBy(() -> Units.duration(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("60s");
    }

    @Test
    void shouldRefuseWhatOverflows() {
        assertThatThrownBy(() -> Units.bytes("99999999TiB")).hasMessageContaining("too large");
    }
}
