package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.Units;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
    @ParameterizedTest
    @CsvSource({"0,0B", "1023,1023B", "1536,1536B", "2048,2KiB", "20971520,20MiB", "10737418240,10GiB"})
    void shouldWriteSizesInTheLargestWholeUnit(long bytes, String text) {
        assertThat(Texts.size(bytes)).isEqualTo(text);
        assertThat(Units.bytes(text)).as("read back").isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500ms", "90s", "5m", "36h", "7d"})
    void shouldWriteDurationsInTheLargestWholeUnit(String text) {
        Duration duration = Units.duration(text);
        assertThat(Texts.duration(duration)).isEqualTo(text);
    }
}
