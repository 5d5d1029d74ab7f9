package io.fleck.stream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerSettingsTest {
    @Test
    void shouldHoldTheGuarantees() {
        Map<String, Object> settings = ProducerSettings.of("host:1", Map.of());
        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE)
                .containsEntry("retries", Integer.MAX_VALUE)
                .containsEntry("max.request.size", 20 << 20)
                .containsEntry("bootstrap.servers", "host:1");
    }

    @Test
    void shouldLetTheUserSetTheRest() {
        assertThat(ProducerSettings.of("host:1", Map.of("compression.type", "zstd", "linger.ms", "20")))
                .containsEntry("compression.type", "zstd")
                .containsEntry("linger.ms", "20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acks", "enable.idempotence", "delivery.timeout.ms", "retries", "value.serializer"})
    void shouldRefuseWhatBreaksAGuarantee(String key) {
        assertThatThrownBy(() -> ProducerSettings.of("host:1", Map.of(key, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key + " can't be set");
    }

    @Test
    void shouldMakeAProducerThatKafkaAccepts() {
        try (var producer = ProducerSettings.open("127.0.0.1:9", Map.of(ProducerConfig.CLIENT_ID_CONFIG, "g"))) {
            assertThat(producer.metrics()).isNotEmpty();
        }
    }
}
