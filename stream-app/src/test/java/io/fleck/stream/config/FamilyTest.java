package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FamilyTest {
    private final Family stations = new Family("stations.");

    @Test
    void shouldFindEachNameOnceDotsIncluded() {
        List<String> keys =
                List.of("stations.b.model", "stations.a.1.model", "stations.a.1.threshold", "models.x.path");
        assertThat(stations.names(keys)).containsExactly("a.1", "b");
    }

    @Test
    void shouldNotTakeAKeyWithoutAName() {
        assertThat(stations.names(List.of("stations.", "stations.model", "stations", "station.a.model")))
                .isEmpty();
    }

    @Test
    void shouldPutKeysTogetherAsItTakesThemApart() {
        assertThat(stations.names(List.of(stations.key("line.7", "model")))).containsExactly("line.7");
    }
}
