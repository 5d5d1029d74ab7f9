package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WallSettingsTest {
    @Test
    void shouldRefuseWhatThePageCannotShow() {
        assertThatThrownBy(() -> new WallSettings(" ", false, OptionalDouble.empty(), 0))
                .hasMessageContaining("title");
        assertThatThrownBy(() -> new WallSettings("x".repeat(81), false, OptionalDouble.empty(), 0))
                .hasMessageContaining("1 to 80");
        assertThatThrownBy(() -> new WallSettings("t", false, OptionalDouble.of(1), 0))
                .hasMessageContaining("falseAlarmRate is 1.0");
        assertThatThrownBy(() -> new WallSettings("t", false, OptionalDouble.empty(), 65_536))
                .hasMessageContaining("port is 65536");
    }
}
