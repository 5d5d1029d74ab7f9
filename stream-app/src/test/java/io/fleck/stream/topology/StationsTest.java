package io.fleck.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.core.inspect.InspectionSettings;
import io.fleck.stream.config.StationConfig;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StationsTest {
    private final Station listed = station(1);
    private final Station others = station(2);
    private final Station recipe = station(3);

    private static Station station(double threshold) {
        return new Station(Pipeline.MODEL, InspectionSettings.ofThreshold(threshold), new FakeInspector());
    }

    @Test
    void shouldPreferRecipesToTheFileAndNamedStationsToOthers() {
        Stations stations = new Stations(Map.of("press", listed), Optional.of(others));
        assertThat(stations.find("press")).hasValue(listed);
        assertThat(stations.find("oven")).hasValue(others);
        stations.override(Stations.OTHERS, recipe);
        assertThat(stations.find("press")).as("named in the file").hasValue(listed);
        assertThat(stations.find("oven")).hasValue(recipe);
        stations.override("press", recipe);
        assertThat(stations.find("press")).hasValue(recipe);
        stations.restore("press");
        stations.restore(Stations.OTHERS);
        assertThat(stations.find("press")).hasValue(listed);
        assertThat(stations.find("oven")).hasValue(others);
    }

    @Test
    void shouldFindNothingForAStationThatNothingCovers() {
        Stations stations = new Stations(Map.of("press", listed), Optional.empty());
        stations.restore("oven");
        assertThat(stations.find("oven")).isEmpty();
        stations.override("oven", recipe);
        assertThat(stations.find("oven")).hasValue(recipe);
        assertThat(stations.find("kiln")).isEmpty();
    }

    @Test
    void shouldCallTheOthersAsTheConfigurationFileDoes() {
        assertThat(Stations.OTHERS).isEqualTo(StationConfig.DEFAULT);
    }
}
