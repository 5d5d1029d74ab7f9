package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.load.bench.process.AppSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final Map<String, String> SETTINGS =
            AppSettings.of("localhost:9092", "http://localhost:8081", "x.", 1, Path.of("m"), "auto", "exactly_once_v2");

    @Test
    void shouldTakeEveryValueOfAKey() {
        List<Variation> variations = Variation.parse(Map.of("commit.interval", "10ms, 50ms"));
        assertThat(variations)
                .containsExactly(Variation.of("commit.interval", "10ms"), Variation.of("commit.interval", "50ms"));
    }

    @Test
    void shouldKnowTheSettingsThatDecideOnLatency() {
        assertThat(Variation.usual(SETTINGS))
                .extracting(
                        variation -> variation.settings().keySet().iterator().next())
                .contains("batch.max.delay", "commit.interval", "poll.interval", "kafka.producer.linger.ms");
    }

    @Test
    void shouldSayWhatDiffers() {
        assertThat(Variation.DEFAULTS.label()).isEqualTo("defaults");
        assertThat(new Variation(Map.of("b", "2", "a", "1")).label()).isEqualTo("a=1 b=2");
    }
}
