package io.fleck.load.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.load.bench.bare.Shape;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.topics.Topic;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppSettingsTest {
    private final Map<String, String> settings = AppSettings.of(
            "localhost:9092", "http://localhost:8081", "line-1.", 4, Path.of("model"), "onnxruntime", "at_least_once");

    @Test
    void shouldBeWhatTheApplicationTakes() {
        AppSettings.shape(settings, new Shape(Shape.Kind.POOL, 3, 2, 5, 7));

        FleckConfig config = FleckConfig.of(settings, Path.of(""));

        assertThat(config.kafka().applicationId()).isEqualTo("line-1.fleck");
        assertThat(config.topics().layout().names().name(Topic.FRAMES)).isEqualTo("line-1.inspection.frames");
        assertThat(config.topics().layout().settings(Topic.FRAMES).partitions()).isEqualTo(4);
        assertThat(config.stream().guarantee()).isEqualTo(StreamConfig.Guarantee.AT_LEAST_ONCE);
        assertThat(config.engine().options().workers()).isEqualTo(2);
        assertThat(config.engine().options().threads()).isEqualTo(5);
        assertThat(config.batches().policy(2, 1).preparers()).isEqualTo(3);
        assertThat(config.batches().policy(2, 1).maxBatchSize()).isEqualTo(7);
    }

    @Test
    void shouldKnowWhatTheApplicationTakes() {
        assertThat(AppSettings.takes(settings, "commit.interval", "50ms")).isTrue();
        assertThat(AppSettings.takes(settings, "commit.interval", "soon")).isFalse();
        assertThat(AppSettings.takes(settings, "commit.intervall", "50ms")).isFalse();
        assertThat(AppSettings.takes(settings, "kafka.poll.ms", "5")).isTrue();
        assertThat(settings).as("left as they were").doesNotContainKey("kafka.poll.ms");
    }

    @Test
    void shouldNameTheKeyThatIsWrong() {
        settings.put("commit.intervall", "50ms");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> AppSettings.check(settings))
                .withMessageContaining("commit.intervall");
    }
}
