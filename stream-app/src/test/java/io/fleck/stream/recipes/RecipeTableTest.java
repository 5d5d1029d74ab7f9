package io.fleck.stream.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.StationRecipe;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Station;
import io.fleck.stream.topology.Stations;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RecipeTableTest {
    private static final byte[] PRESS = key("press");

    private final Recipes recipes = new Recipes();
    private final CollectorRegistry counted = new CollectorRegistry();
    private final InspectionMetrics metrics = new InspectionMetrics(counted);
    private final Stations stations = new Stations(Map.of("press", Recipes.configured(1)), Optional.empty());
    private final RecipeTable table = table(recipes::decode, Duration.ofHours(1));

    @AfterEach
    void close() {
        recipes.close();
    }

    private RecipeTable table(Function<byte[], StationRecipe> decoder, Duration retry) {
        return new RecipeTable(decoder, Recipes::resolve, stations, metrics, retry);
    }

    private static byte[] key(String station) {
        return station.getBytes(StandardCharsets.UTF_8);
    }

    private double threshold(String station) {
        return stations.find(station).orElseThrow().settings().threshold();
    }

    private double count(String outcome) {
        Double value = counted.getSampleValue("fleck_recipes_total", new String[] {"outcome"}, new String[] {outcome});
        return value == null ? 0 : value;
    }

    @Test
    void shouldChangeAStationUntilItsRecipeIsRemoved() {
        table.update(PRESS, recipes.bytes(Recipes.recipe("press", 2)), 5);
        assertThat(threshold("press")).isEqualTo(2);
        assertThat(stations.find("press").map(Station::recipeOffset)).hasValue(5L);
        table.update(PRESS, recipes.bytes(Recipes.recipe("press", 3)), 6);
        assertThat(threshold("press")).isEqualTo(3);
        table.update(PRESS, null, 7);
        assertThat(threshold("press")).as("of the configuration file").isEqualTo(1);
        assertThat(stations.find("press").map(Station::recipeOffset)).isEmpty();
        assertThat(count("applied")).isEqualTo(2);
        assertThat(count("removed")).isEqualTo(1);
        assertThat(count("ignored")).isZero();
    }

    @Test
    void shouldBringInAStationThatIsNotConfigured() {
        assertThat(stations.find("oven")).isEmpty();
        table.update(key("oven"), recipes.bytes(Recipes.recipe("oven", 4)), 0);
        assertThat(threshold("oven")).isEqualTo(4);
        table.update(key("oven"), null, 1);
        assertThat(stations.find("oven")).isEmpty();
    }

    static Stream<Arguments> unusable() {
        try (Recipes recipes = new Recipes()) {
            byte[] frame = recipes.codec
                    .serializer(CameraFrame.class)
                    .serialize(
                            "inspection.frames",
                            CameraFrame.newBuilder()
                                    .setId("f")
                                    .setCamera("c")
                                    .setStation("press")
                                    .setFormat(FrameFormat.JPEG)
                                    .setSequence(0)
                                    .setCapturedAt(Instant.EPOCH)
                                    .build());
            return Stream.of(
                    Arguments.of("text", key("threshold=3")),
                    Arguments.of("nothing", new byte[0]),
                    Arguments.of("a record of another type", frame),
                    Arguments.of("another station's recipe", recipes.bytes(Recipes.recipe("oven", 3))),
                    Arguments.of(
                            "a rate out of range",
                            recipes.bytes(Recipes.recipe("press", 3)
                                    .setThreshold(null)
                                    .setFalseAlarmRate(7.0))),
                    Arguments.of(
                            "a model that is not loaded",
                            recipes.bytes(Recipes.recipe("press", 3).setModel(Recipes.UNKNOWN_MODEL))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void shouldIgnoreWhatCannotBeUsedAndKeepTheFormerRecipe(String what, byte[] value) {
        table.update(PRESS, recipes.bytes(Recipes.recipe("press", 2)), 5);
        table.update(PRESS, value, 6);
        assertThat(threshold("press")).as("after %s", what).isEqualTo(2);
        assertThat(stations.find("press").map(Station::recipeOffset)).hasValue(5L);
        assertThat(count("ignored")).isEqualTo(1);
    }

    /** What a codec says of a registry that nobody serves. */
    private static RegistryUnavailableException outage() {
        try (AvroCodec nowhere = AvroCodec.of(RegistrySettings.at("http://127.0.0.1:1"))) {
            AvroDecoder<StationRecipe> decoder = nowhere.decoder(StationRecipe.class);
            decoder.decode(Recipes.TOPIC, new byte[] {0, 0, 0, 0, 1, 2});
            throw new AssertionError("a registry at port 1 answers");
        } catch (RegistryUnavailableException e) {
            return e;
        }
    }

    @Test
    void shouldWaitForTheRegistry() {
        AtomicInteger attempts = new AtomicInteger();
        RegistryUnavailableException away = outage();
        RecipeTable waiting = table(
                value -> {
                    if (attempts.incrementAndGet() < 4) {
                        throw away;
                    }
                    return recipes.decode(value);
                },
                Duration.ofMillis(1));
        waiting.update(PRESS, recipes.bytes(Recipes.recipe("press", 2)), 5);
        assertThat(attempts).hasValue(4);
        assertThat(threshold("press")).isEqualTo(2);
        assertThat(count("ignored")).as("an outage is no fault of the recipe").isZero();
    }

    @Test
    void shouldStopWaitingWhenItIsClosed() throws Exception {
        RegistryUnavailableException away = outage();
        CountDownLatch asked = new CountDownLatch(1);
        RecipeTable waiting = table(
                value -> {
                    asked.countDown();
                    throw away;
                },
                Duration.ofHours(1));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> update = thread.submit(() -> waiting.update(PRESS, new byte[] {1}, 5));
            assertThat(asked.await(60, TimeUnit.SECONDS)).as("it asked").isTrue();
            waiting.close();
            update.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(threshold("press")).isEqualTo(1);
        assertThat(count("ignored")).isZero();
    }
}
