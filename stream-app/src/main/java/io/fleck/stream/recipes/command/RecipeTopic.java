package io.fleck.stream.recipes.command;

import io.fleck.avro.StationRecipe;
import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.recipes.Recipe;
import io.fleck.stream.recipes.RecipeException;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The topic of recipes, read to its end and written to. Used by one thread. */
final class RecipeTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConnectionOptions connection;
    private final AvroCodec codec;
    private final String topic;

    RecipeTopic(ConnectionOptions connection) {
        this.connection = connection;
        this.topic = connection.topics().name(Topic.RECIPES);
        this.codec = connection.codec();
    }

    /**
     * The latest record of each station that has one, by station.
     *
     * @throws io.fleck.stream.topics.TopicsException when the topic is not there or the cluster does not answer
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry cannot serve
     */
    Map<String, StoredRecipe> read() {
        AvroDecoder<StationRecipe> decoder = codec.decoder(StationRecipe.class);
        Map<String, StoredRecipe> stored = new TreeMap<>();
        try (TopicScan scan = ConnectionOptions.checked(
                () -> TopicScan.open(connection.bootstrap(), connection.consumer(), topic, PATIENCE))) {
            scan.read(
                    Instant.MIN,
                    records -> records.forEach(record -> {
                        String station = new String(record.key(), StandardCharsets.UTF_8);
                        if (record.value() == null) {
                            stored.remove(station);
                        } else {
                            stored.put(station, stored(station, record, decoder));
                        }
                    }));
        }
        return stored;
    }

    private StoredRecipe stored(
            String station, ConsumerRecord<byte[], byte[]> record, AvroDecoder<StationRecipe> decoder) {
        StationRecipe decoded;
        try {
            decoded = decoder.decode(topic, record.value());
        } catch (UndecodableException e) {
            return StoredRecipe.unusable(station, record.offset(), Optional.empty(), String.valueOf(e.getMessage()));
        }
        try {
            Recipe recipe = Recipe.of(decoded);
            return recipe.station().equals(station)
                    ? StoredRecipe.usable(record.offset(), decoded, recipe)
                    : StoredRecipe.unusable(
                            station,
                            record.offset(),
                            Optional.of(decoded),
                            "it is for station '" + recipe.station() + "'");
        } catch (RecipeException e) {
            return StoredRecipe.unusable(
                    station, record.offset(), Optional.of(decoded), String.valueOf(e.getMessage()));
        }
    }

    /** Opens the way to write. */
    Writer writer() {
        Map<String, Object> settings = new HashMap<>(connection.producer());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrap());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return ConnectionOptions.checked(() -> new Writer(
                topic,
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                codec.serializer(StationRecipe.class)));
    }

    @Override
    public void close() {
        codec.close();
    }

    /** Writes records one by one, each acknowledged before the next. */
    static final class Writer implements AutoCloseable {
        private final String topic;
        private final Producer<byte[], byte[]> producer;
        private final Serializer<StationRecipe> serializer;

        Writer(String topic, Producer<byte[], byte[]> producer, Serializer<StationRecipe> serializer) {
            this.topic = topic;
            this.producer = producer;
            this.serializer = serializer;
        }

        /**
         * Writes a recipe, or that a station has none any more.
         *
         * @return offset of the record
         */
        @SuppressWarnings("NullAway") // Kafka takes null values
        long write(String station, @Nullable StationRecipe recipe) throws InterruptedException {
            byte[] value = recipe == null ? null : serializer.serialize(topic, recipe);
            try {
                return producer.send(new ProducerRecord<>(topic, station.getBytes(StandardCharsets.UTF_8), value))
                        .get()
                        .offset();
            } catch (ExecutionException e) {
                throw CommandException.failed(
                        topic + ": the recipe of station " + station + " was not written: "
                                + e.getCause().getMessage(),
                        e);
            }
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
