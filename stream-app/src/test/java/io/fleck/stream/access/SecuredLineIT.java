package io.fleck.stream.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.Eventually;
import io.fleck.stream.app.BrightnessModel;
import io.fleck.stream.app.FleckApp;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.wall.Wall;
import io.fleck.stream.wall.live.WallSettings;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A whole line where every role has its rights and no more: a gateway with a certificate, the application with a password
 * from a file, an MES, and an operator with the commands and the wall.
 */
@Timeout(300)
final class SecuredLineIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static SecuredCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = SecuredCluster.start(folder);
        BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** The file that {@code run} gets: the secret part stands in a folder, as a mounted secret does. */
    private static FleckConfig application() throws Exception {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Map<String, String> kafka = new HashMap<>(cluster.byPassword(Role.APP));
        Files.writeString(secrets.resolve("sasl.jaas.config"), kafka.remove("sasl.jaas.config"));
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka.remove("bootstrap.servers"));
        kafka.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("kafka.sasl.jaas.config", "${directory:" + secrets + ":sasl.jaas.config}");
        settings.putAll(cluster.registry());
        settings.put("application.id", SecuredCluster.APPLICATION);
        settings.put("topics.prefix", SecuredCluster.NAMES.prefix());
        settings.put("models.brightness.path", "model");
        settings.put("stations.press.model", "brightness");
        settings.put("admin.port", "0");
        return FleckConfig.load(write("fleck.properties", settings));
    }

    private static Path write(String name, Map<String, String> settings) throws Exception {
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run fleck(Map<String, String> user, String... arguments) throws Exception {
        Map<String, String> settings = new HashMap<>(user);
        String bootstrap = settings.remove("bootstrap.servers");
        settings.put("basic.auth.user.info", cluster.registry().get("basic.auth.user.info"));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of(
                "--bootstrap",
                bootstrap,
                "--registry",
                cluster.registry().get("schema.registry.url"),
                "--prefix",
                SecuredCluster.NAMES.prefix(),
                "--command-config",
                write("client.properties", settings).toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fleck.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exitCode = command.execute(all.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static void send(String station, String camera) throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures-" + camera));
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR),
                "png",
                pictures.resolve("1.png").toFile());
        Run gateway = fleck(
                cluster.byCertificate(Role.GATEWAY.label()),
                "gateway",
                "--frames",
                pictures.toString(),
                "--camera",
                camera,
                "--station",
                station,
                "--journal",
                folder.resolve(camera + ".journal").toString());
        assertThat(gateway.exitCode()).as("gateway: %s", gateway.err()).isEqualTo(ExitCode.DONE);
    }

    /** Results of some cameras that an MES has read, as a member of its group. */
    private static List<InspectionResult> results(String... cameras) {
        int count = cameras.length;
        Map<String, Object> settings = new HashMap<>(cluster.byPassword(Role.MES));
        settings.put("group.id", SecuredCluster.NAMES.prefix() + "mes-" + count);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        List<InspectionResult> read = new ArrayList<>();
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.of(cluster.registry()));
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            AvroDecoder<InspectionResult> decoder = codec.decoder(InspectionResult.class);
            consumer.subscribe(List.of(SecuredCluster.NAMES.name(Topic.RESULTS)));
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (read.size() < count && System.nanoTime() - deadline < 0) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> read.add(decoder.decode(record.topic(), record.value())));
                read.removeIf(result -> !Arrays.asList(cameras).contains(result.getCamera()));
            }
            consumer.commitSync();
        }
        return read;
    }

    @Test
    void shouldInspectFromEndToEndWithTheRightsOfEachRole() throws Exception {
        try (FleckApp app = FleckApp.start(application())) {
            app.awaitReady(LIMIT);
            send("press", "cam-1");
            assertThat(results("cam-1"))
                    .extracting(InspectionResult::getVerdict)
                    .containsExactly(Verdict.OK);

            send("oven", "cam-2"); // no recipe yet: a dead letter
            Map<String, String> operator = cluster.byPassword(Role.OPERATOR);
            assertThat(awaitLetter(operator).out()).contains("oven");
            Path recipe = Files.writeString(
                    folder.resolve("oven.json"), "{\"station\": \"oven\", \"model\": \"brightness\"}");
            Run set = fleck(operator, "recipes", "set", recipe.toString());
            assertThat(set.exitCode()).as("recipes set: %s", set.err()).isEqualTo(ExitCode.DONE);
            awaitRecipe(app);
            Run replay = fleck(operator, "dead-letters", "replay");
            assertThat(replay.exitCode()).as("replay: %s", replay.err()).isEqualTo(ExitCode.DONE);
            assertThat(results("cam-1", "cam-2"))
                    .extracting(InspectionResult::getStation)
                    .containsExactlyInAnyOrder("press", "oven");
            assertThat(app.failure()).isEmpty();
        }
    }

    private static Run awaitLetter(Map<String, String> operator) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Run list = fleck(operator, "dead-letters", "list");
        while (!list.out().contains("oven") && System.nanoTime() - deadline < 0) {
            list = fleck(operator, "dead-letters", "list");
        }
        assertThat(list.exitCode()).as("dead-letters list: %s", list.err()).isEqualTo(ExitCode.DONE);
        return list;
    }

    private static void awaitRecipe(FleckApp app) throws InterruptedException {
        Eventually.holds("the recipe is applied", () -> {
            Double applied = app.metrics()
                    .getSampleValue("fleck_recipes_total", new String[] {"outcome"}, new String[] {"applied"});
            return applied != null && applied >= 1;
        });
    }

    @Test
    void shouldShowTheWallToAnOperator() throws Exception {
        Map<String, String> operator = new HashMap<>(cluster.byPassword(Role.OPERATOR));
        operator.remove("bootstrap.servers");
        WallSettings settings = new WallSettings("Secured", false, OptionalDouble.empty(), 0);
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.of(cluster.registry()));
                Wall wall = Wall.start(
                        settings, new Wall.Source(cluster.passwordServers(), operator, codec, SecuredCluster.NAMES))) {
            send("press", "cam-3");
            URLConnection connection = wall.address().resolve("/events").toURL().openConnection();
            connection.setReadTimeout((int) LIMIT.toMillis());
            try (BufferedReader events =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                String line = events.readLine();
                while (line != null && !line.matches(".*\"received\":[1-9].*")) {
                    line = events.readLine();
                }
                assertThat(line).as("a count of what was received").isNotNull();
            }
        }
    }
}
