package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.batch.Callers;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.Rectangle;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelPackage;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.RecipeException;
import io.fleck.stream.topology.Station;
import io.fleck.stream.topology.Stations;
import io.prometheus.client.CollectorRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsTest {
    private final CollectorRegistry registry = new CollectorRegistry();
    private final InspectionMetrics metrics = new InspectionMetrics(registry);
    private final EngineProvider engine = Engines.select("onnxruntime");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // written before each test
    private ModelPackage model;

    @BeforeEach
    void writeModel() {
        model = BrightnessModel.write(folder.resolve("model"));
    }

    private Models open(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "b:9092");
        settings.put("schema.registry.url", "http://r");
        settings.put("models.bright.path", "model");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Models.open(FleckConfig.of(settings, folder), engine, new Callers(), new Hangs(), metrics);
    }

    private static Station station(Stations stations, String id) {
        return stations.find(id).orElseThrow();
    }

    @Test
    void shouldGiveStationsTheNameVersionAndDigestOfTheirModel() {
        try (Models models = open("stations.press.model", "bright")) {
            Station press = station(models.stations(), "press");
            assertThat(press.model().getName()).isEqualTo("brightness");
            assertThat(press.model().getVersion()).isEqualTo("1");
            assertThat(press.model().getDigest()).isEqualTo(model.manifest().graphSha256());
        }
        assertThat(registry.getSampleValue(
                        "fleck_model_info",
                        new String[] {"name", "version", "digest"},
                        new String[] {"brightness", "1", model.manifest().graphSha256()}))
                .isEqualTo(1);
    }

    @Test
    void shouldTakeThresholdRateOrCalibrationInThisOrder() {
        try (Models models = open(
                "stations.own.threshold", "7.5",
                "stations.rate.false-alarm-rate", "0.05",
                "stations.plain.model", "bright")) {
            Stations stations = models.stations();
            assertThat(station(stations, "own").settings().threshold()).isEqualTo(7.5);
            assertThat(station(stations, "rate").settings().threshold())
                    .as("the 190th of 199 scores")
                    .isEqualTo(190);
            assertThat(station(stations, "plain").settings().threshold()).isEqualTo(180);
        }
    }

    @Test
    void shouldHandOnRegionWindowLimitsDeadlineAndPriority() {
        try (Models models = open(
                "stations.a.deadline", "2s",
                "stations.a.priority", "9",
                "stations.a.region-of-interest", "1,2,3,4",
                "stations.a.bit-window", "10,20",
                "images.max.pixels", "5000")) {
            Station station = station(models.stations(), "a");
            assertThat(station.settings().regionOfInterest()).isEqualTo(new Rectangle(1, 2, 3, 4));
            assertThat(station.settings().bitWindow()).isEqualTo(new BitWindow(10, 20));
            assertThat(station.settings().limits().maxPixels()).isEqualTo(5000);
            assertThat(station.deadline()).isEqualTo(Duration.ofSeconds(2));
            assertThat(station.priority()).isEqualTo(9);
            assertThat(station.recipeOffset()).as("from the file").isNull();
        }
    }

    private static Recipe recipe(String model, Optional<String> version, OptionalDouble rate) {
        return new Recipe("press", model, version, OptionalDouble.empty(), rate, null, null, Duration.ofMillis(70), 4);
    }

    private static Recipe recipe(OptionalDouble rate) {
        return recipe("bright", Optional.empty(), rate);
    }

    @Test
    void shouldGiveAStationWhatItsRecipeSaysAndNothingOfTheFile() {
        try (Models models = open("stations.press.region-of-interest", "1,2,3,4", "images.max.pixels", "5000")) {
            Station station = models.station(recipe(OptionalDouble.of(0.05)), 12);
            assertThat(station.settings().threshold())
                    .as("the 190th of 199 scores")
                    .isEqualTo(190);
            assertThat(station.settings().regionOfInterest())
                    .as("a recipe is whole")
                    .isNull();
            assertThat(station.settings().limits().maxPixels()).isEqualTo(5000);
            assertThat(station.deadline()).isEqualTo(Duration.ofMillis(70));
            assertThat(station.priority()).isEqualTo(4);
            assertThat(station.recipeOffset()).isEqualTo(12);
            assertThat(models.station(recipe(OptionalDouble.empty()), 13)
                            .settings()
                            .threshold())
                    .as("the model's own")
                    .isEqualTo(180);
        }
    }

    @Test
    void shouldRefuseARecipeForWhatIsNotLoaded() {
        try (Models models = open("stations.press.model", "bright")) {
            assertThatThrownBy(() -> models.station(recipe("dark", Optional.empty(), OptionalDouble.empty()), 0))
                    .isInstanceOf(RecipeException.class)
                    .hasMessage("model 'dark' is not loaded; loaded is one of [bright]");
            assertThatThrownBy(() -> models.station(recipe("bright", Optional.of("2"), OptionalDouble.empty()), 0))
                    .hasMessage("model bright is there in version 1, not in 2");
            assertThatThrownBy(() -> models.station(recipe(OptionalDouble.of(0.001)), 0))
                    .hasMessageContaining("at least 999");
        }
    }

    @Test
    void shouldCoverOtherStationsOnlyByADefault() {
        try (Models models = open("stations.press.model", "bright")) {
            assertThat(models.stations().find("elsewhere")).isEmpty();
        }
        try (Models models = open("stations.default.threshold", "3")) {
            assertThat(station(models.stations(), "elsewhere").settings().threshold())
                    .isEqualTo(3);
        }
    }

    @Test
    void shouldSayWhichStationsRateCannotBeCertified() {
        try (Models models = open("stations.press.false-alarm-rate", "0.001")) {
            assertThatThrownBy(models::stations)
                    .isInstanceOf(AppException.class)
                    .hasMessageStartingWith("station press: ")
                    .hasMessageContaining("at least 999");
        }
    }

    @Test
    void shouldRefuseAGraphThatIsNotTheModelsOwn() throws Exception {
        Files.writeString(model.graph(), "tampered");
        assertThatThrownBy(() -> open("stations.press.model", "bright"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("SHA-256");
    }
}
