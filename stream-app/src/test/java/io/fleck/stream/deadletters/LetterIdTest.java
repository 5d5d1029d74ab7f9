package io.fleck.stream.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterIdTest {
    @Test
    void shouldReadWhatItPrints() {
        LetterId id = new LetterId(3, 17_000_000_000L);
        assertThat(id).hasToString("3-17000000000");
        assertThat(LetterId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3-", "-3-4", "a-1", "1-2-3", "3-99999999999999999999"})
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> LetterId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no id of a dead letter; expected is PARTITION-OFFSET");
    }
}
