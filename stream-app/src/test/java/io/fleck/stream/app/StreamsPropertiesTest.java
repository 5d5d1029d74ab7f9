package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.config.FleckConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class StreamsPropertiesTest {
    private static FleckConfig config(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "b:9092");
        settings.put("schema.registry.url", "http://r");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return FleckConfig.of(settings, Path.of("/etc/fleck"));
    }

    @Test
    void shouldTakeTheGuaranteeAndTheStreamsSettings() {
        Properties properties = StreamsProperties.of(config("stream.threads", "3", "commit.interval", "250ms"));
        assertThat(properties)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "fleck")
                .containsEntry("num.stream.threads", 3)
                .containsEntry("commit.interval.ms", 250L)
                .containsEntry("state.dir", "/etc/fleck/state");
        assertThat(StreamsProperties.of(config("processing.guarantee", "at_least_once")))
                .containsEntry("processing.guarantee", "at_least_once");
    }

    @Test
    void shouldGiveKafkaClientsWhatLargeFramesNeed() {
        StreamsConfig streams = new StreamsConfig(StreamsProperties.of(config()));
        Map<String, Object> consumer = streams.getMainConsumerConfigs("group", "client", 0);
        Map<String, Object> producer = streams.getProducerConfigs("client");
        assertThat(consumer)
                .containsEntry("max.poll.records", 32)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("max.partition.fetch.bytes", 20 << 20);
        assertThat(producer)
                .containsEntry("linger.ms", 0)
                .as("a dead letter is larger than its frame")
                .containsEntry("max.request.size", 21 << 20);
        assertThat(streams.getInt(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG))
                .isEqualTo(32);
    }

    @Test
    void shouldGrowWithTheTopics() {
        Properties properties = StreamsProperties.of(
                config("topics.frames.max.message.bytes", "100MiB", "topics.dead-letters.max.message.bytes", "101MiB"));
        assertThat(properties)
                .containsEntry("consumer.max.partition.fetch.bytes", 100 << 20)
                .containsEntry("consumer.fetch.max.bytes", 100 << 20)
                .containsEntry("producer.max.request.size", 101 << 20)
                .containsEntry("producer.buffer.memory", 202L << 20);
    }

    @Test
    void shouldLetPassedThroughSettingsWin() {
        Properties properties = StreamsProperties.of(
                config("kafka.producer.linger.ms", "7", "kafka.consumer.max.poll.interval.ms", "60000"));
        Map<String, Object> producer = new StreamsConfig(properties).getProducerConfigs("client");
        assertThat(producer).containsEntry("linger.ms", "7");
        assertThat(properties).containsEntry("consumer.max.poll.interval.ms", "60000");
    }

    @Test
    void shouldNoticeACrashWithinTenSecondsUnlessTheBrokerDecides() {
        assertThat(StreamsProperties.of(config()))
                .containsEntry("consumer.session.timeout.ms", 10_000)
                .containsEntry("consumer.heartbeat.interval.ms", 1_000);
        Properties broker = StreamsProperties.of(config("kafka.group.protocol", "streams"));
        assertThat(broker)
                .as("Kafka refuses both in that protocol")
                .doesNotContainKey("consumer.session.timeout.ms")
                .doesNotContainKey("consumer.heartbeat.interval.ms");
    }

    @Test
    void shouldGivePreviewsAProducerThatKafkaTakesAndThatGivesUpSoon() {
        Map<String, Object> settings = new HashMap<>(
                PreviewProducer.settings(config("kafka.security.protocol", "SSL", "kafka.producer.acks", "all")));
        settings.put("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        settings.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        AbstractConfig producer = new ProducerConfig(settings);
        assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("1");
        assertThat(producer.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG))
                .isFalse();
        assertThat(producer.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG)).isLessThanOrEqualTo(1000);
        assertThat(producer.getString("security.protocol")).isEqualTo("SSL");
    }
}
