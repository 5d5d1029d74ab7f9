package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoOptionsTest {
    @ParameterizedTest
    @CsvSource({"0,8090,60,--rate", "-1,8090,60,--rate", "NaN,8090,60,--rate", "10,70000,60,--port", "10,8090,0,--for"})
    void shouldNameTheOptionOutOfRange(double rate, int port, long seconds, String option) {
        assertThatThrownBy(() ->
                        new DemoOptions(Optional.empty(), Optional.of(Duration.ofSeconds(seconds)), rate, port, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option);
    }
}
