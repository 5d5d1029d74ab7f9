package io.fleck.stream.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.topology.Station;
import io.fleck.stream.topology.Stations;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The global store, without a broker. */
final class RecipeStoreTest {
    private final Recipes recipes = new Recipes();
    private final Stations stations =
            new Stations(Map.of("press", Recipes.configured(1)), Optional.of(Recipes.configured(10)));
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties());
    private final TestInputTopic<String, byte[]> topic =
            driver.createInputTopic(Recipes.TOPIC, new StringSerializer(), new ByteArraySerializer());

    private Topology topology() {
        Topology topology = new Topology();
        topology.addSource("frames", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "inspection.frames");
        RecipeTable table = new RecipeTable(
                recipes::decode,
                Recipes::resolve,
                stations,
                new InspectionMetrics(new CollectorRegistry()),
                Duration.ofHours(1));
        RecipeStore.addTo(topology, Recipes.TOPIC, table);
        return topology;
    }

    @AfterEach
    void close() {
        driver.close();
        recipes.close();
    }

    private double threshold(String station) {
        return stations.find(station).orElseThrow().settings().threshold();
    }

    @Test
    void shouldLetARecipeHoldFromTheNextLookUp() {
        assertThat(threshold("press")).isEqualTo(1);
        topic.pipeInput("press", recipes.bytes(Recipes.recipe("press", 2)));
        topic.pipeInput("oven", recipes.bytes(Recipes.recipe("oven", 3)));
        topic.pipeInput("press", recipes.bytes(Recipes.recipe("press", 4)));
        assertThat(threshold("press")).isEqualTo(4);
        assertThat(stations.find("press").map(Station::recipeOffset))
                .as("offset in the topic")
                .hasValue(2L);
        assertThat(threshold("oven")).isEqualTo(3);
        topic.pipeInput("press", (byte[]) null);
        assertThat(threshold("press")).as("of the configuration file").isEqualTo(1);
    }

    @Test
    void shouldLetTheDefaultRecipeStandOnlyForStationsThatNothingElseNames() {
        topic.pipeInput("default", recipes.bytes(Recipes.recipe("default", 20)));
        assertThat(threshold("elsewhere")).isEqualTo(20);
        assertThat(threshold("press")).as("is in the configuration file").isEqualTo(1);
        topic.pipeInput("default", (byte[]) null);
        assertThat(threshold("elsewhere")).isEqualTo(10);
    }

    @Test
    void shouldLiveThroughARecordThatIsNoRecipe() {
        topic.pipeInput("press", new byte[] {1, 2, 3});
        assertThat(threshold("press")).isEqualTo(1);
        topic.pipeInput("press", recipes.bytes(Recipes.recipe("press", 2)));
        assertThat(threshold("press")).isEqualTo(2);
    }

    @Test
    void shouldHoldValuesAsTheyCame() {
        byte[] value = recipes.bytes(Recipes.recipe("press", 2));
        topic.pipeInput("press", value);
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(RecipeStore.NAME);
        assertThat(store.get(Bytes.wrap("press".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(value);
    }
}
