package io.fleck.stream.globals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.WaferClass;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PatientDecoderTest {
    private static final byte[] OF_SCHEMA_ONE = {0, 0, 0, 0, 1, 2, 3};
    private final AtomicInteger attempts = new AtomicInteger();

    /** Nobody serves a registry there. */
    private String decode(byte[] value) {
        attempts.incrementAndGet();
        try (AvroCodec nowhere = AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1"))) {
            return nowhere.decoder(WaferClass.class).decode("classes", value).toString();
        }
    }

    private PatientDecoder<String> decoder(int failures) {
        return new PatientDecoder<>(
                "a thing", value -> attempts.get() < failures ? decode(value) : "there", Duration.ofMillis(1));
    }

    @Test
    void shouldWaitForTheRegistry() {
        assertThat(decoder(3).decode(OF_SCHEMA_ONE)).contains("there");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void shouldStopWaitingWhenClosed() throws Exception {
        PatientDecoder<String> decoder = decoder(Integer.MAX_VALUE);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(
                () -> decoder.decode(OF_SCHEMA_ONE).isEmpty());
        decoder.close();
        assertThat(waiting.get(50, TimeUnit.SECONDS)).as("given up").isTrue();
        assertThat(attempts.get()).as("tried at least once").isPositive();
    }

    @Test
    void shouldNotWaitForWhatCanNeverBeDecoded() {
        PatientDecoder<String> decoder = decoder(Integer.MAX_VALUE);
        assertThatThrownBy(() -> decoder.decode(new byte[] {7})).hasMessageContaining("FOREIGN_MAGIC");
        assertThat(attempts).hasValue(1);
    }
}
