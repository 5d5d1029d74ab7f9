package io.fleck.stream.wall.feed;

import io.fleck.avro.FramePreview;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.WaferDefectMap;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.live.LiveState;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Three consumers with a thread each, so that pictures never hold up the counters. They commit nothing. */
public final class WallFeed implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Duration UPDATE = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final String CALL_MILLIS = "5000";

    private final ReaderThread previews;
    private final ReaderThread outcomes;
    private final ReaderThread wafers;
    private final Admin admin;

    private WallFeed(ReaderThread previews, ReaderThread outcomes, ReaderThread wafers, Admin admin) {
        this.previews = previews;
        this.outcomes = outcomes;
        this.wafers = wafers;
        this.admin = admin;
    }

    /**
     * Starts reading.
     *
     * @param bootstrap host:port of one broker or several, separated by commas
     * @param custom the user's own settings of Kafka's clients
     * @param codec decodes previews and results; stays open until after the feed is closed
     * @param topics names
     * @param state where it all goes
     */
    public static WallFeed start(
            String bootstrap, Map<String, String> custom, AvroCodec codec, Topics topics, LiveState state) {
        Map<String, Object> settings = settings(bootstrap, custom);
        Clock clock = Clock.systemUTC();
        Consumer<byte[], byte[]> pictures = consumer(settings, "fleck-wall-previews");
        Consumer<byte[], byte[]> counts = consumer(settings, "fleck-wall-outcomes");
        Consumer<byte[], byte[]> maps = consumer(settings, "fleck-wall-wafers");
        Admin admin = admin(settings);
        PreviewFeed previews = new PreviewFeed(
                new TopicTail(pictures, names(topics, Topic.PREVIEWS), PreviewFeed.LOOK_BACK),
                codec.decoder(FramePreview.class),
                state,
                new Every(REFRESH, System::nanoTime),
                clock::millis);
        OutcomeFeed outcomes = new OutcomeFeed(
                new TopicTail(counts, names(topics, Topic.RESULTS, Topic.MASKS, Topic.DEAD_LETTERS), Duration.ZERO),
                new ReceivedInputs(
                        () -> TopicTail.partitions(counts, names(topics, Topic.FRAMES, Topic.WAFER_MAPS)),
                        new AdminEndOffsets(admin)),
                codec.decoder(InspectionResult.class),
                topics,
                state,
                new Every(REFRESH, System::nanoTime),
                new Every(UPDATE, System::nanoTime),
                clock::millis);
        WaferFeed wafers = new WaferFeed(
                new TopicTail(maps, names(topics, Topic.WAFER_MAPS, Topic.NOVEL_PATTERNS), WaferFeed.LOOK_BACK),
                codec.decoder(WaferDefectMap.class),
                codec.decoder(NovelPattern.class),
                topics,
                state,
                new Every(REFRESH, System::nanoTime),
                clock::millis);
        return new WallFeed(
                ReaderThread.start("fleck-wall-previews", pictures, previews),
                ReaderThread.start("fleck-wall-outcomes", counts, outcomes),
                ReaderThread.start("fleck-wall-wafers", maps, wafers),
                admin);
    }

    private static Set<String> names(Topics topics, Topic... which) {
        return Stream.of(which).map(topics::name).collect(Collectors.toSet());
    }

    private static Map<String, Object> settings(String bootstrap, Map<String, String> custom) {
        Map<String, Object> settings = new HashMap<>(custom);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings, String clientId) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes of the consumers' settings what an admin client knows. */
    private static Admin admin(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.keySet().retainAll(AdminClientConfig.configNames());
        own.put(AdminClientConfig.CLIENT_ID_CONFIG, "fleck-wall-ends");
        own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        return Admin.create(own);
    }

    @Override
    public void close() {
        previews.close();
        outcomes.close();
        wafers.close();
        admin.close(CLOSE);
    }
}
