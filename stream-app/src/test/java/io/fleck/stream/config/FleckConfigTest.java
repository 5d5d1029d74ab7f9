package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.image.BitWindow;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Rectangle;
import io.fleck.stream.topics.Retention;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topics.TopicSettings;
import io.fleck.stream.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleckConfigTest {
    private static final Path BASE = Path.of("/etc/fleck");

    @TempDir
    private Path folder;

    private static FleckConfig config(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "broker-1:9092, broker-2:9092");
        settings.put("schema.registry.url", "http://registry:8081");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return FleckConfig.of(settings, BASE);
    }

    private static ModelConfig model(FleckConfig config, String name) {
        return Objects.requireNonNull(config.models().get(name), name);
    }

    private static StationConfig station(FleckConfig config, String id) {
        return Objects.requireNonNull(config.stations().get(id), id);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("fleck.properties"), text, StandardCharsets.UTF_8);
    }

    @Test
    void shouldFillInDefaults() {
        FleckConfig config = config();
        assertThat(config.kafka().bootstrapServers()).containsExactly("broker-1:9092", "broker-2:9092");
        assertThat(config.kafka().applicationId()).isEqualTo("fleck");
        assertThat(config.stream().guarantee()).isEqualTo(StreamConfig.Guarantee.EXACTLY_ONCE_V2);
        assertThat(config.stream().commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(config("processing.guarantee", "at_least_once").stream().commitInterval())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(config.limits()).isEqualTo(new DecodeLimits(64 << 20, 64_000_000));
        assertThat(config.previews().perSecond()).isEqualTo(2);
        assertThat(config.models()).isEmpty();
        assertThat(config.stations()).isEmpty();
    }

    @Test
    void shouldReadSeveralModelsAndStations() {
        FleckConfig config = config(
                "models.tiles.path", "models/tiles",
                "models.steel.v2.path", "/opt/steel",
                "stations.default.model", "tiles",
                "stations.press.7.model", "steel.v2",
                "stations.press.7.false-alarm-rate", "0.02",
                "stations.press.7.region-of-interest", "10, 20,300,400",
                "stations.press.7.bit-window", "64,4000",
                "stations.press.7.deadline", "1500ms",
                "stations.press.7.priority", "-2");
        assertThat(model(config, "tiles").path()).isEqualTo(Path.of("/etc/fleck/models/tiles"));
        assertThat(model(config, "steel.v2").path()).isEqualTo(Path.of("/opt/steel"));
        StationConfig press = station(config, "press.7");
        assertThat(config.modelOf(press)).isEqualTo("steel.v2");
        assertThat(press.falseAlarmRate()).hasValue(0.02);
        assertThat(press.threshold()).isEmpty();
        assertThat(press.regionOfInterest()).isEqualTo(new Rectangle(10, 20, 300, 400));
        assertThat(press.bitWindow()).isEqualTo(new BitWindow(64, 4000));
        assertThat(press.deadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(press.priority()).isEqualTo(-2);
        StationConfig others = station(config, StationConfig.DEFAULT);
        assertThat(others.regionOfInterest()).isNull();
        assertThat(others.deadline()).as("off by default").isNull();
        assertThat(others.priority()).isZero();
    }

    @Test
    void shouldTakeTheOnlyModelForAStationThatNamesNone() {
        FleckConfig config = config("models.tiles.path", "tiles", "stations.default.threshold", "1.5");
        assertThat(config.modelOf(station(config, "default"))).isEqualTo("tiles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream.thread         | 4        | stream.thread is not known; the nearest known key is stream.threads",
                "stations.a.treshold   | 1        | stations.a.treshold is not known; the nearest known key is stations.a.threshold",
                "models.m.pth          | x        | models.m.pth is not known; the nearest known key is models.m.path",
                "kafka.consumer.max.pol.interval.ms | 1 | the nearest known key is kafka.consumer.max.poll.interval.ms",
                "kafka.acks            | sometimes| kafka.acks",
                "kafka.num.stream.threads | 4     | use stream.threads instead",
                "kafka.consumer.isolation.level | read_uncommitted | processing.guarantee sets it",
                "stream.threads        | 0        | stream.threads=0 is not allowed; allowed is a whole number from 1 to 256",
                "stream.threads        | many     | stream.threads",
                "commit.interval       | 100      | commit.interval=100 is not allowed; allowed is a duration",
                "commit.interval       | 2m       | from 1ms to 60s",
                "images.max.bytes      | 16       | images.max.bytes=16 is not allowed; allowed is a size",
                "processing.guarantee  | maybe    | allowed is one of exactly_once_v2, at_least_once",
                "previews.per-second   | 60       | allowed is a number from 0.0 to 10.0",
                "previews.per-second   | NaN      | previews.per-second=NaN",
                "admin.port            | 70000    | admin.port",
                "application.id        | a b      | application.id=a b is not allowed",
                "bootstrap.servers     | ''       | bootstrap.servers",
                "stations.a.false-alarm-rate | 1  | above 0.0 and below 1.0",
                "stations.a.threshold  | Infinity | allowed is a finite number",
                "stations.a.region-of-interest | 0,0,0,5 | x,y,width,height",
                "stations.a.region-of-interest | 1,2,3   | x,y,width,height",
                "stations.a.bit-window | 10,10    | low,high",
                "stations.a.deadline   | 0ms      | allowed is a duration (ms, s, m, h, d) from 1ms to 1d",
                "stations.a.priority   | 101      | allowed is a whole number from -100 to 100",
                "topics.frames.retention.tiem | 1d | the nearest known key is topics.frames.retention.time",
                "topics.recipes.retention.time | 1d | topics.recipes.retention.time is not known",
                "topics.frames.retention.bytes | 1KiB | from 1MiB to 1024TiB",
                "topics.prefix         | a/b      | topics.prefix=a/b is not allowed",
                "topics.dead-letters.max.message.bytes | 20MiB | has to be above topics.frames.max.message.bytes",
                "schema.registry.url   | nowhere  | is no URL",
                "schema.registry.ssl.keystor.location | x | schema.registry.ssl.keystor.location is not known",
                "stations.a.model      | other    | stations.a.model=other is not configured; allowed is one of [m]",
            })
    void shouldNameTheKeyAndWhatIsAllowed(String key, String value, String message) {
        assertThatThrownBy(() -> config("models.m.path", "m", key, value == null ? "" : value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameAllProblemsAtOnceInOneLine() {
        assertThatThrownBy(() -> config("stream.threads", "0", "commit.interval", "never"))
                .hasMessageContaining("stream.threads")
                .hasMessageContaining("commit.interval")
                .extracting(Throwable::getMessage)
                .matches(message -> message.lines().count() == 1, "is one line");
    }

    @Test
    void shouldRefuseAThresholdBesideARate() {
        assertThatThrownBy(() -> config(
                        "models.m.path", "m", "stations.a.threshold", "1", "stations.a.false-alarm-rate", "0.01"))
                .hasMessageContaining("exclude each other");
    }

    @Test
    void shouldAskForTheModelWhereSeveralAreConfigured() {
        assertThatThrownBy(() -> config("models.a.path", "a", "models.b.path", "b", "stations.default.threshold", "1"))
                .hasMessageContaining("stations.default.model is missing")
                .hasMessageContaining("here are 2");
    }

    @Test
    void shouldSayWhichRequiredKeyIsMissing() {
        assertThatThrownBy(() -> FleckConfig.of(Map.of("schema.registry.url", "http://registry"), BASE))
                .hasMessageContaining("bootstrap.servers");
    }

    @Test
    void shouldBoundPatienceByTheTransaction() {
        assertThatThrownBy(() -> config("outage.patience", "6s"))
                .hasMessageContaining("outage.patience=6s")
                .hasMessageContaining("at most 5s");
        assertThat(config("outage.patience", "6s", "kafka.producer.transaction.timeout.ms", "12000")
                        .outages()
                        .patience())
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(config("outage.patience", "60s", "processing.guarantee", "at_least_once")
                        .outages()
                        .patience())
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldLayOutTopicsAsConfigured() {
        TopicLayout layout = config(
                        "topics.prefix", "line1.",
                        "topics.partitions", "3",
                        "topics.replication", "2",
                        "topics.frames.partitions", "12",
                        "topics.frames.retention.time", "1h",
                        "topics.frames.retention.bytes", "2GiB",
                        "topics.results.max.message.bytes", "2MiB")
                .topics()
                .layout();
        assertThat(layout.names().name(Topic.FRAMES)).isEqualTo("line1.inspection.frames");
        TopicSettings frames = layout.settings(Topic.FRAMES);
        assertThat(frames.partitions()).isEqualTo(12);
        assertThat(frames.retention()).isEqualTo(new Retention.Bounded(Duration.ofHours(1), 2L << 30));
        assertThat(layout.settings(Topic.RESULTS).partitions()).isEqualTo(3);
        assertThat(layout.settings(Topic.RESULTS).maxMessageBytes()).isEqualTo(2 << 20);
        assertThat(layout.settings(Topic.RECIPES).partitions()).as("compacted").isEqualTo(1);
        assertThat(layout.settings(Topic.RECIPES).replication()).hasValue(2);
    }

    @Test
    void shouldKeepTheDefaultLayoutOfTopics() {
        assertThat(config().topics().layout()).isEqualTo(TopicLayout.defaults(Topics.unprefixed()));
        assertThat(config().topics().create()).as("creates nothing unasked").isFalse();
        assertThat(config().topics().registerSchemas())
                .as("registers nothing unasked")
                .isFalse();
    }

    @Test
    void shouldPassSettingsOfTheRegistrysClientThrough() {
        Map<String, String> settings = config(
                        "basic.auth.user.info", "user:secret", "schema.registry.http.read.timeout.ms", "700")
                .registry()
                .asMap();
        assertThat(settings)
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry("basic.auth.user.info", "user:secret")
                .containsEntry("schema.registry.http.read.timeout.ms", "700")
                .containsEntry("schema.registry.http.connect.timeout.ms", "1500");
    }

    @Test
    void shouldGiveEachClientItsOwnSettings() {
        KafkaConfig kafka = config(
                        "kafka.security.protocol", "SSL",
                        "kafka.client.id", "all",
                        "kafka.producer.client.id", "mine",
                        "kafka.producer.linger.ms", "1",
                        "kafka.fetch.max.bytes", "1000")
                .kafka();
        assertThat(kafka.producer())
                .containsEntry("client.id", "mine")
                .containsEntry("linger.ms", "1")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "broker-1:9092,broker-2:9092")
                .doesNotContainKey("fetch.max.bytes");
        assertThat(kafka.consumer()).containsEntry("client.id", "all").containsEntry("fetch.max.bytes", "1000");
        assertThat(kafka.admin()).doesNotContainKey("fetch.max.bytes").containsEntry("security.protocol", "SSL");
    }

    @Test
    void shouldResolveRelativePathsAgainstTheFilesFolder() throws IOException {
        Path file = write("bootstrap.servers=b:1\nschema.registry.url=http://r\nmodels.m.path=m\nstate.dir=s\n");
        FleckConfig config = FleckConfig.load(file, Map.of());
        assertThat(model(config, "m").path()).isEqualTo(folder.resolve("m"));
        assertThat(config.stream().stateDirectory()).isEqualTo(folder.resolve("s"));
    }

    @Test
    void shouldTakeSecretsFromTheEnvironmentAndFromFiles() throws IOException {
        Files.writeString(folder.resolve("password"), "geheim");
        Path file = write(
                "bootstrap.servers=${env:BROKERS}\nschema.registry.url=http://r\nkafka.sasl.jaas.config=pw=${directory:"
                        + folder + ":password}\n");
        FleckConfig config = FleckConfig.load(file, Map.of("BROKERS", "b:1"));
        assertThat(config.kafka().bootstrapServers()).containsExactly("b:1");
        assertThat(config.kafka().producer()).containsEntry("sasl.jaas.config", "pw=geheim");
    }

    @Test
    void shouldRefuseAReferenceThatPointsToNothing() throws IOException {
        Path file = write("bootstrap.servers=${env:BROKERS}\nschema.registry.url=http://r\n");
        assertThatThrownBy(() -> FleckConfig.load(file, Map.of()))
                .hasMessageContaining("bootstrap.servers: ${env:BROKERS} points to nothing");
    }

    @Test
    void shouldRefuseAKeyThatIsSetTwice() throws IOException {
        Path file = write("bootstrap.servers=a:1\nbootstrap.servers=b:1\nschema.registry.url=http://r\n");
        assertThatThrownBy(() -> FleckConfig.load(file, Map.of()))
                .hasMessageContaining("bootstrap.servers is set twice");
    }

    @Test
    void shouldSayThatTheFileIsNotThere() {
        assertThatThrownBy(() -> FleckConfig.load(folder.resolve("none.properties")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.properties: there is no such file");
    }
}
