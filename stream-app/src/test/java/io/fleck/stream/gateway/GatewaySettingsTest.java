package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 2_000_000})
    void shouldRefuseARateOutOfRange(double rate) {
        assertThatThrownBy(() -> GatewaySettings.of("t", "c", "s", rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate is " + rate)
                .hasMessageContaining("0 (no limit) to 1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b"})
    void shouldRefuseANameThatIsNone(String name) {
        assertThatThrownBy(() -> GatewaySettings.of("t", name, "s", 1)).hasMessageContaining("camera is '");
        assertThatThrownBy(() -> GatewaySettings.of("t", "c", name, 1)).hasMessageContaining("station is '");
        assertThatThrownBy(() -> GatewaySettings.of(name, "c", "s", 1)).hasMessageContaining("topic is '");
    }

    @Test
    void shouldRefuseALimitThatNoRecordHolds() {
        assertThatThrownBy(() -> new GatewaySettings("t", "c", "s", "", 1, GatewaySettings.INLINE_LIMIT + 1))
                .hasMessageContaining("inlineLimit");
        assertThat(new GatewaySettings("t", "c", "s", "", 1, GatewaySettings.INLINE_LIMIT).inlineLimit())
                .isEqualTo(16L << 20);
    }
}
