package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KafkaKeysTest {
    private final KafkaKeys keys = new KafkaKeys();

    @ParameterizedTest
    @CsvSource({
        "security.protocol,SASL_SSL",
        "sasl.jaas.config,org.apache.kafka.Module required;",
        "ssl.truststore.password,secret",
        "group.protocol,streams",
        "metrics.recording.level,DEBUG",
        "producer.compression.type,zstd",
        "consumer.fetch.min.bytes,1000",
        "main.consumer.session.timeout.ms,6000",
        "restore.consumer.fetch.max.bytes,1000",
        "admin.retries,3",
        "max.poll.interval.ms,60000",
    })
    void shouldTakeWhatKafkaKnows(String key, String value) {
        assertThat(keys.problem(key, value)).as(key).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "security.protocl,kafka.security.protocol",
        "producer.compresion.type,kafka.producer.compression.type",
        "consumer.fetch.min.byte,kafka.consumer.fetch.min.bytes",
        "admin.retry,kafka.admin.retries",
    })
    void shouldNameTheNearestKeyToOneThatKafkaDoesNotKnow(String key, String nearest) {
        assertThat(keys.problem(key, "x"))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .isEqualTo("kafka." + key + " is not known; the nearest known key is " + nearest));
    }

    @Test
    void shouldNotTakeAKeyOfAnotherClient() {
        assertThat(keys.problem("producer.fetch.min.bytes", "1")).isPresent();
        assertThat(keys.problem("consumer.linger.ms", "1")).isPresent();
        assertThat(keys.problem("admin.num.stream.threads", "1")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"producer.linger.ms,soon", "producer.acks,some", "consumer.fetch.min.bytes,-1", "replication.factor,two"
    })
    void shouldRefuseValuesThatKafkaWouldRefuse(String key, String value) {
        assertThat(keys.problem(key, value))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("kafka." + key + ": ").contains(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.servers",
                "application.id",
                "consumer.group.id",
                "processing.guarantee",
                "processing.exception.handler",
                "deserialization.exception.handler",
                "errors.dead.letter.queue.topic.name",
                "consumer.enable.auto.commit",
                "main.consumer.isolation.level",
                "producer.enable.idempotence",
                "producer.transactional.id",
                "max.poll.records"
            })
    void shouldRefuseWhatWouldBreakAPromise(String key) {
        assertThat(keys.problem(key, "1"))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("kafka." + key + " is not allowed: "));
        assertThat(keys.names()).as("not offered as the nearest key").doesNotContain(key);
    }
}
