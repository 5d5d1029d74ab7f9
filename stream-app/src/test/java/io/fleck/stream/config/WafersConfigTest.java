package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WafersConfigTest {
    private static FleckConfig config(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "broker:9092");
        settings.put("schema.registry.url", "http://registry:8081");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return FleckConfig.of(settings, Path.of("/etc/fleck"));
    }

    @Test
    void shouldReadNoWaferMapsWithoutAModel() {
        WafersConfig wafers = config().wafers();
        assertThat(wafers.enabled()).isFalse();
        assertThat(wafers.goodClasses()).containsExactly("none");
        assertThat(wafers.patternWindow()).isEqualTo(Duration.ofDays(1));
        assertThat(wafers.patternWafers()).isEqualTo(5);
        assertThat(wafers.patternChance()).isEqualTo(0.001);
        assertThat(wafers.lotIdle()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void shouldReadWhatIsSet() {
        WafersConfig wafers = config(
                        "wafers.dies.model", "models/wafers",
                        "wafers.good.classes", "none, Random",
                        "wafers.pattern.window", "6h",
                        "wafers.pattern.wafers", "3",
                        "wafers.lot.idle", "5s")
                .wafers();
        assertThat(wafers.dies()).contains(Path.of("/etc/fleck/models/wafers"));
        assertThat(wafers.enabled()).isTrue();
        assertThat(wafers.goodClasses()).containsExactlyInAnyOrder("none", "Random");
        assertThat(wafers.patternWindow()).isEqualTo(Duration.ofHours(6));
        assertThat(wafers.patternWafers()).isEqualTo(3);
        assertThat(wafers.lotIdle()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "wafers.pattern.window, 10s, a duration (ms; s; m; h; d) from 1m to 30d",
        "wafers.pattern.wafers, 1, a whole number from 2 to 64",
        "wafers.pattern.chance, 1.5, a number above 0.0 and below 1.0",
        "wafers.lot.idle, 8d, a duration (ms; s; m; h; d) from 1s to 7d"
    })
    void shouldRefuseWhatIsOutOfRange(String key, String value, String allowed) {
        assertThatThrownBy(() -> config(key, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key + "=" + value + " is not allowed; allowed is " + allowed.replace(';', ','));
    }

    @Test
    void shouldWantRoomForDeadLettersOfWaferMaps() {
        assertThatThrownBy(() -> config("topics.wafer-maps.max.message.bytes", "30MiB"))
                .hasMessageContaining("topics.dead-letters.max.message.bytes")
                .hasMessageContaining("topics.wafer-maps.max.message.bytes, which is 30MiB");
    }
}
