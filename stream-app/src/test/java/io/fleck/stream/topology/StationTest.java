package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.inspect.InspectionSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StationTest {
    private static final InspectionSettings SETTINGS = InspectionSettings.ofThreshold(1);

    private static Station station(@Nullable Duration deadline, @Nullable Long recipeOffset) {
        return new Station(Pipeline.MODEL, SETTINGS, new FakeInspector(), 3, deadline, recipeOffset);
    }

    @Test
    void shouldBeNeitherUrgentNorShedUnlessToldSo() {
        Station station = new Station(Pipeline.MODEL, SETTINGS, new FakeInspector());
        assertThat(station.priority()).isZero();
        assertThat(station.deadline()).as("never").isNull();
        assertThat(station.recipeOffset()).as("from the configuration file").isNull();
    }

    @Test
    void shouldTakeTheFirstRecipeAndTheShortestDeadline() {
        Station station = station(Duration.ofNanos(1), 0L);
        assertThat(station.recipeOffset()).isZero();
        assertThat(station.deadline()).isEqualTo(Duration.ofNanos(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void shouldRefuseADeadlineThatNoFrameCanKeep(long millis) {
        assertThatThrownBy(() -> station(Duration.ofMillis(millis), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deadline")
                .hasMessageContaining("is not above 0");
    }

    @Test
    void shouldRefuseAnOffsetThatNoRecordHas() {
        assertThatThrownBy(() -> station(null, -1L)).hasMessageContaining("recipeOffset -1 is below 0");
    }
}
