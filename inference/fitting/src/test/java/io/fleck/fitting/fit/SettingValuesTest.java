package io.fleck.fitting.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {
    private static SettingValues given(Map<String, String> values) {
        return new SettingValues(
                List.of(new Fitter.Setting("size", "7", "of it"), new Fitter.Setting("kind", "round", "of it")),
                values);
    }

    @Test
    void shouldTakeDefaultsForWhatIsNotGiven() {
        assertThat(given(Map.of()).whole("size", 1, 9)).isEqualTo(7);
        assertThat(given(Map.of()).choice("kind", "round", "flat")).isEqualTo("round");
        assertThat(given(Map.of("size", "0.5")).upTo("size", 0, 1)).isEqualTo(0.5);
        assertThat(given(Map.of("size", "1")).upTo("size", 0, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "2.5", "seven", "NaN"})
    void shouldSayTheRangeOfAWholeNumber(String value) {
        assertThatThrownBy(() -> given(Map.of("size", value)).whole("size", 1, 9))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("size")
                .hasMessageContaining(value)
                .hasMessageContaining("from 1 to 9");
    }

    @Test
    void shouldSayThatThereIsNoMostOfAWholeNumber() {
        assertThatThrownBy(() -> given(Map.of("size", "0")).whole("size", 1, Integer.MAX_VALUE))
                .hasMessage("size 0 is not a whole number of at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.5", "NaN"})
    void shouldKeepOutTheEndsOfAnOpenRange(String value) {
        assertThatThrownBy(() -> given(Map.of("size", value)).between("size", 0, 1))
                .isInstanceOf(FitException.class)
                .hasMessage("size " + value + " is not a number above 0 and below 1");
    }

    @Test
    void shouldListTheWordsThatAreAllowed() {
        assertThatThrownBy(() -> given(Map.of("kind", "square")).choice("kind", "round", "flat"))
                .isInstanceOf(FitException.class)
                .hasMessage("kind 'square'; allowed are round and flat");
    }
}
