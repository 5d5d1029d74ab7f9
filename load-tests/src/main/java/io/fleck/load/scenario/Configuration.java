package io.fleck.load.scenario;

import io.fleck.cluster.LocalCluster;
import io.fleck.load.drive.FrameMaker;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.StartCheck;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The configuration of a trial's applications. */
final class Configuration {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARTITIONS = "4";

    private final Path folder;
    private final Map<String, String> usual;

    private Configuration(Path folder, Map<String, String> usual) {
        this.folder = folder;
        this.usual = usual;
    }

    /**
     * A configuration for a cluster.
     *
     * @param prefix of the topics and of the group, so that trials share a cluster without meeting
     */
    static Configuration of(TrialSettings trial, Stage stage, LocalCluster cluster, String prefix) {
        Map<String, String> settings = new HashMap<>();
        settings.put("application.id", prefix + "app");
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("schema.registry.url", cluster.registryUrl());
        settings.put("topics.prefix", prefix);
        settings.put("topics.partitions", PARTITIONS);
        settings.put("topics.replication", Integer.toString(cluster.brokers()));
        settings.put("models.blocks.path", "model");
        settings.put("stations." + FrameMaker.STATION + ".model", "blocks");
        settings.put("engine.name", "onnxruntime");
        settings.put("previews.per-second", "0");
        settings.put("processing.guarantee", trial.guarantee().name().toLowerCase(Locale.ROOT));
        settings.putAll(stage.settings());
        return new Configuration(trial.folder(), settings);
    }

    /**
     * Makes topics and schemas, so that frames can be sent before an application runs. A producer that writes before its
     * partition has a leader can lose the order of its first batches, and then repeats them for ever.
     */
    void prepare(AvroCodec codec) {
        FleckConfig config = FleckConfig.of(usual, folder);
        try (Admin admin = Admin.create(config.kafka().admin())) {
            StartCheck.topics(new TopicAdmin(admin, PATIENCE), config.topics().layout(), true);
        }
        Topics names = config.topics().layout().names();
        StartCheck.schemas(new SchemaAdmin(codec.registrations()), names, true);
        awaitLeaders(config, names.name(Topic.FRAMES));
    }

    /** Only a leader tells where its partition ends, and a consumer asks until there is one. */
    private static void awaitLeaders(FleckConfig config, String topic) {
        try (var consumer = new KafkaConsumer<>(
                config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions, PATIENCE);
        }
    }

    /** Writes the file of one instance, whose own settings win. */
    Path write(String instance, int adminPort, Map<String, String> own) {
        Properties properties = new Properties();
        properties.putAll(usual);
        properties.put("state.dir", "state-" + instance);
        properties.put("admin.port", Integer.toString(adminPort));
        properties.putAll(own);
        Path file = folder.resolve(instance + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Instance " + instance);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return file;
    }

    /** Name of the application's consumer group. */
    String group() {
        return String.valueOf(usual.get("application.id"));
    }
}
