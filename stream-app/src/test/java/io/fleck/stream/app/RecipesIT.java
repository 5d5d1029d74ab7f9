package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.StationRecipe;
import io.fleck.avro.Verdict;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.stream.Eventually;
import io.fleck.stream.topics.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Recipes set by the command line against a running application, a real broker and a real registry. */
final class RecipesIT {
    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        BrightnessModel.write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Run recipes(Line line, String... arguments) {
        List<String> all = new ArrayList<>(List.of("recipes"));
        all.addAll(Arrays.asList(arguments));
        if (!all.contains("--config")) {
            all.addAll(List.of(
                    "--bootstrap", cluster.bootstrapServers(),
                    "--registry", cluster.registryUrl(),
                    "--prefix", line.topics().prefix()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fleck.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exitCode = command.execute(all.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "recipes", ".json"), text);
    }

    private static Path config(Map<String, String> settings) throws Exception {
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(Files.createTempFile(folder, "fleck", ".properties"), text);
    }

    private static void awaitRecipes(FleckApp app, String outcome, int count) throws InterruptedException {
        Eventually.holds(count + " recipes " + outcome, () -> {
            Double value = app.metrics()
                    .getSampleValue("fleck_recipes_total", new String[] {"outcome"}, new String[] {outcome});
            return value != null && value == count;
        });
    }

    /** A frame that is an anomaly by the configuration file. */
    private static InspectionResult inspect(Line line, int number) {
        line.send(Line.frame("cam-0", number, FrameFormat.JPEG, Pictures.jpeg(number, true))
                .build());
        List<InspectionResult> results = line.decode(InspectionResult.class, line.await(Topic.RESULTS, number + 1));
        results.sort(Comparator.comparingLong(InspectionResult::getSequence));
        return results.get(number);
    }

    @Test
    void shouldChangeARunningStationFromTheNextFrame() throws Exception {
        try (Line line = new Line(cluster, "change", folder)) {
            Path config = config(line.settings());
            try (FleckApp app = line.start(line.settings())) {
                InspectionResult before = inspect(line, 0);
                assertThat(before.getVerdict()).isEqualTo(Verdict.ANOMALY);
                assertThat(before.getRecipeOffset())
                        .as("by the configuration file")
                        .isNull();

                Path mild = file("{\"station\": \"press\", \"model\": \"brightness\", \"threshold\": 1000}");
                Run set = recipes(line, "set", mild.toString(), "--config", config.toString());
                assertThat(set.exitCode()).as("set: %s", set.err()).isEqualTo(ExitCode.DONE);
                assertThat(set.out()).isEqualTo("press: new recipe: model brightness, threshold 1000.0 (offset 0)\n");
                awaitRecipes(app, "applied", 1);
                InspectionResult by = inspect(line, 1);
                assertThat(by.getVerdict()).isEqualTo(Verdict.OK);
                assertThat(by.getThreshold()).isEqualTo(1000);
                assertThat(by.getRecipeOffset()).isZero();
            }
            try (FleckApp app = line.start(line.settings())) {
                assertThat(inspect(line, 2).getRecipeOffset())
                        .as("after a restart")
                        .isZero();
                Run delete = recipes(line, "set", "--delete", "press");
                assertThat(delete.out()).contains("press: back to the configuration file; its recipe was model");
                awaitRecipes(app, "removed", 1);
                InspectionResult after = inspect(line, 3);
                assertThat(after.getVerdict()).isEqualTo(Verdict.ANOMALY);
                assertThat(after.getRecipeOffset()).isNull();
                assertThat(app.failure()).isEmpty();
            }
        }
    }

    @Test
    void shouldGoOnWithWhatHeldWhereARecipeCannotBeUsed() throws Exception {
        try (Line line = new Line(cluster, "unusable", folder);
                FleckApp app = line.start(line.settings())) {
            Path recipe = file("{\"station\": \"press\", \"model\": \"brightness\", \"threshold\": 1000}");
            assertThat(recipes(line, "set", recipe.toString()).exitCode()).isEqualTo(ExitCode.DONE);
            awaitRecipes(app, "applied", 1);
            Path other = file("{\"station\": \"press\", \"model\": \"another\"}");
            assertThat(recipes(line, "set", other.toString()).out())
                    .contains("press: model brightness -> another, threshold 1000.0 -> unset (offset 1)");
            awaitRecipes(app, "ignored", 1);
            write(line, "press", "no recipe".getBytes(StandardCharsets.UTF_8));
            awaitRecipes(app, "ignored", 2);
            InspectionResult result = inspect(line, 0);
            assertThat(result.getRecipeOffset())
                    .as("the last that could be used")
                    .isZero();
            assertThat(result.getThreshold()).isEqualTo(1000);
            assertThat(app.notReady()).as("ready all the same").isEmpty();
            Run list = recipes(line, "list");
            assertThat(list.out()).contains("press: unusable, applications ignore it: FOREIGN_MAGIC");
            Run get = recipes(line, "get", "press");
            assertThat(get.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(get.err()).contains("the recipe at offset 2 is unusable");
        }
    }

    private static void write(Line line, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(line.name(Topic.RECIPES), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    @Test
    void shouldListGetAndSetWithoutAnApplication() throws Exception {
        try (Line line = new Line(cluster, "command", folder)) {
            Run missing = recipes(line, "list");
            assertThat(missing.exitCode()).as("no topic yet").isEqualTo(ExitCode.FAILED);
            assertThat(missing.err()).contains("command.inspection.recipes: there is no such topic");
            prepare(line);
            assertThat(recipes(line, "list", "--quiet").out()).isEmpty();

            Path two = file("""
                    [{"station": "press", "model": "brightness", "falseAlarmRate": 0.05, "deadline": "500ms"},
                     {"station": "oven", "model": "brightness", "priority": 7}]
                    """);
            Run dry = recipes(line, "set", two.toString(), "--dry-run");
            assertThat(dry.out()).contains("oven: new recipe: model brightness, priority 7");
            assertThat(recipes(line, "list", "--quiet").out()).isEmpty();
            assertThat(recipes(line, "set", two.toString()).exitCode()).isEqualTo(ExitCode.DONE);

            Path json = folder.resolve("list.json");
            Run list = recipes(line, "list", "--json", json.toString());
            assertThat(list.out().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("oven: model brightness, priority 7 (offset 1, 20")
                    .endsWith("Z by " + System.getProperty("user.name") + ")");
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("recipes").asInt()).isEqualTo(2);
            assertThat(figures.path("stations").get(1).path("falseAlarmRate").asDouble())
                    .isEqualTo(0.05);

            Run get = recipes(line, "get", "press");
            assertThat(get.exitCode()).isEqualTo(ExitCode.DONE);
            Run again = recipes(line, "set", file(get.out()).toString());
            assertThat(again.out()).as("what get prints, set takes").contains("press: has this recipe already");
            assertThat(line.decode(StationRecipe.class, line.read(Topic.RECIPES)))
                    .extracting(StationRecipe::getStation, StationRecipe::getDeadlineMillis)
                    .containsExactly(tuple("press", 500L), tuple("oven", null));
        }
    }

    /** Topics and schemas, as an application would find them. */
    private static void prepare(Line line) {
        String[] topics = {"topics", "apply", "--bootstrap", cluster.bootstrapServers(), "--prefix", ""};
        String[] schemas = {"schemas", "register", "--registry", cluster.registryUrl(), "--prefix", ""};
        for (String[] arguments : List.of(topics, schemas)) {
            arguments[arguments.length - 1] = line.topics().prefix();
            assertThat(Fleck.commandLine().execute(arguments)).as(arguments[0]).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void shouldRefuseWhatCannotBeAndWriteNothing() throws Exception {
        try (Line line = new Line(cluster, "refused", folder)) {
            prepare(line);
            Path config = config(line.settings());
            Path half = file("""
                    [{"station": "press", "model": "brightness"}, {"station": "oven", "model": "unheard-of"}]
                    """);
            Run unknown = recipes(line, "set", half.toString(), "--config", config.toString());
            assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(unknown.err())
                    .contains("station oven: model 'unheard-of' is not configured; allowed is one of [brightness]");
            assertThat(recipes(line, "set").err()).contains("nothing to do; give a FILE");
            assertThat(recipes(line, "set", half.toString(), "--delete", "oven").err())
                    .contains("station oven is in the file and in --delete");
            assertThat(recipes(line, "set", "--delete", "oven").out()).contains("oven: has no recipe");
            assertThat(recipes(line, "get", "oven").err()).contains("station oven has no recipe");
            assertThat(recipes(line).exitCode()).as("no subcommand").isEqualTo(ExitCode.USAGE);
            assertThat(line.read(Topic.RECIPES)).as("nothing was written").isEmpty();
        }
    }
}
