package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void shouldNameTheFolderThatIsNone() {
        Optional<Path> nowhere = Optional.of(Path.of("no-such-folder"));
        assertThatThrownBy(() ->
                        new DemoOptions(Optional.empty(), nowhere, Optional.empty(), Optional.empty(), 10, 8090, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--wafers no-such-folder: is no folder");
        assertThatThrownBy(() ->
                        new DemoOptions(Optional.empty(), Optional.empty(), nowhere, Optional.empty(), 10, 8090, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--wafer-model no-such-folder: is no model directory");
    }
}
