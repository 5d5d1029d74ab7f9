package io.fleck.cluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.fleck.cluster.broker.Ports;
import io.fleck.cluster.registry.RegistryOptions.Credentials;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaRegistryTest extends RegistryContract {
    private static final AvroSchema TEXT = new AvroSchema("\"string\"");
    private static final String JSON_TYPE = "application/json";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private final Ports ports = new Ports();
    private final int port = ports.any();

    @SuppressWarnings("NullAway.Init") // set before each test
    private SchemaRegistry registry;

    private RegistryOptions options() {
        return RegistryOptions.of(port, directory.resolve("registry.jsonl"));
    }

    @BeforeEach
    void start() {
        registry = SchemaRegistry.start(options());
    }

    @AfterEach
    void stop() {
        registry.close();
        ports.close();
    }

    private void restart(RegistryOptions options) {
        registry.close();
        registry = SchemaRegistry.start(options);
    }

    @Override
    String url() {
        return registry.url();
    }

    @Test
    void shouldStartWithTheLevelThatConfluentStartsWith() throws Exception {
        assertThat(client().getCompatibility(null)).isEqualTo("BACKWARD");
        restart(options().withDefaultLevel(CompatibilityLevel.FULL));
        assertThat(client().getCompatibility(null)).isEqualTo("FULL");
        client().updateCompatibility(null, "NONE");
        assertThat(rest().delete("/config").body().path("compatibilityLevel").asText())
                .isEqualTo("NONE");
        assertThat(client().getCompatibility(null)).as("back to the default").isEqualTo("FULL");
    }

    @Test
    void shouldKnowAfterARestartWhatItKnewBefore() throws Exception {
        int first = client().register("kept", Part.of("a"));
        int second = client().register("kept", Part.of("a", "b="));
        client().register("hidden", TEXT);
        client().deleteSubject("hidden");
        client().updateCompatibility(null, "FULL_TRANSITIVE");
        client().updateCompatibility("kept", "FORWARD");
        client().setMode("READONLY", "kept");
        restart(options());
        assertThat(client().getAllSubjects()).containsExactly("kept");
        assertThat(client().getAllSubjects(true)).containsExactly("hidden", "kept");
        assertThat(client().getId("kept", Part.of("a"))).isEqualTo(first);
        assertThat(client().getSchemaById(second)).isEqualTo(Part.of("a", "b="));
        assertThat(client().getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThat(client().getCompatibility("kept")).isEqualTo("FORWARD");
        assertThat(client().getMode("kept")).isEqualTo("READONLY");
    }

    @Test
    void shouldNeverGiveAnIdTwice() throws Exception {
        int forgotten = client().register("s", TEXT);
        client().deleteSubject("s");
        client().deleteSubject("s", true);
        assertRefused(40403, () -> client().getSchemaById(forgotten));
        restart(options());
        assertThat(client().register("s", new AvroSchema("\"long\""))).isGreaterThan(forgotten);
        assertThat(client().getAllVersions("s"))
                .as("a forgotten subject starts anew")
                .containsExactly(1);
    }

    @Test
    void shouldGoOnCountingAfterAHiddenVersion() throws Exception {
        int id = client().register("s", TEXT);
        client().deleteSchemaVersion("s", "1");
        assertThat(client().register("s", TEXT)).as("the schema keeps its id").isEqualTo(id);
        assertThat(client().getAllVersions("s")).containsExactly(2);
        assertThat(rest().get("/subjects/s/versions?deleted=true").body().toString())
                .isEqualTo("[1,2]");
    }

    @Test
    void shouldRefuseToDeleteOutOfTurn() throws Exception {
        client().register("s", TEXT);
        assertThat(rest().delete("/subjects/s?permanent=true").errorCode()).isEqualTo(40405);
        assertThat(rest().delete("/subjects/s/versions/1?permanent=true").errorCode())
                .isEqualTo(40407);
        client().deleteSchemaVersion("s", "1");
        assertThat(rest().delete("/subjects/s").errorCode()).isEqualTo(40404);
        assertThat(rest().delete("/subjects/s/versions/1").errorCode()).isEqualTo(40406);
        assertThat(rest().delete("/subjects/s/versions/1?permanent=true").status())
                .isEqualTo(200);
        assertThat(client().getAllSubjects(true)).isEmpty();
    }

    @Test
    void shouldTakeNoChangesWhileReadOnly() throws Exception {
        int id = client().register("s", TEXT);
        assertThat(client().setMode("READONLY")).isEqualTo("READONLY");
        assertThat(client().register("s", TEXT))
                .as("what is there may be asked for")
                .isEqualTo(id);
        assertRefused(42205, () -> client().register("t", TEXT));
        assertRefused(42205, () -> client().deleteSubject("s"));
        client().setMode("READWRITE", "t");
        assertThat(client().register("t", TEXT)).as("its own mode wins").isEqualTo(id);
        assertThat(rest().put("/mode", Map.of("mode", "IMPORT")).errorCode()).isEqualTo(42204);
        assertThat(rest().get("/mode/s").errorCode()).isEqualTo(40409);
        assertThat(rest().get("/mode/s?defaultToGlobal=true")
                        .body()
                        .path("mode")
                        .asText())
                .isEqualTo("READONLY");
    }

    @Test
    void shouldTellALevelOfASubjectFromTheOneOfAll() throws Exception {
        client().register("s", TEXT);
        assertThat(rest().get("/config/s").errorCode()).isEqualTo(40408);
        assertThat(rest().get("/config/s?defaultToGlobal=true")
                        .body()
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("BACKWARD");
        assertThat(rest().delete("/config/s").errorCode()).isEqualTo(40401);
        client().updateCompatibility("s", "NONE");
        client().register("s", Part.of("a"));
        client().deleteCompatibility("s");
        assertRefused(409, () -> client().register("s", new AvroSchema("\"long\"")));
    }

    @Test
    void shouldRefuseByNameWhatItDoesNotDo() throws Exception {
        String path = "/subjects/s/versions";
        Map<String, String> reference = Map.of("name", "Part", "subject", "parts", "version", "1");
        assertThat(rest().post(path, Map.of("schema", "\"string\"", "references", List.of(reference)))
                        .message())
                .contains("references is not supported");
        assertThat(rest().post(path, Map.of("schema", "{}", "schemaType", "JSON"))
                        .message())
                .contains("schemaType JSON is not supported");
        assertThat(rest().post(
                                path,
                                Map.of("schema", "\"string\"", "metadata", Map.of("properties", Map.of("owner", "me"))))
                        .message())
                .contains("metadata is not supported");
        assertThat(rest().post(path, Map.of("schema", "")).message()).contains("the schema is empty");
        assertThat(client().getAllSubjects()).isEmpty();
    }

    @Test
    void shouldCheckDefaultsOfWhatIsRegistered() throws Exception {
        String wrong = "{\"type\":\"record\",\"name\":\"R\",\"fields\":"
                + "[{\"name\":\"a\",\"type\":\"long\",\"default\":\"text\"}]}";
        assertThat(rest().post("/subjects/s/versions", Map.of("schema", wrong)).errorCode())
                .isEqualTo(42201);
    }

    @Test
    void shouldAnswerWhatIsNoRequestOfTheProtocol() throws Exception {
        assertThat(rest().get("/nowhere").status()).isEqualTo(404);
        assertThat(rest().get("/schemas/ids/one").status()).isEqualTo(404);
        client().register("s", TEXT);
        for (String version : List.of("first", "0", "-2", "2147483648")) {
            assertThat(rest().get("/subjects/s/versions/" + version).errorCode())
                    .as(version)
                    .isEqualTo(42202);
        }
        assertThat(rest().delete("/subjects").status()).isEqualTo(405);
        assertThat(rest().send("POST", "/subjects/s", "{\"schema\":", JSON_TYPE).errorCode())
                .isEqualTo(400);
        assertThat(rest().send("POST", "/subjects/s", "[]", JSON_TYPE).errorCode())
                .isEqualTo(400);
        assertThat(rest().send("POST", "/subjects/s", "<schema/>", "text/xml").status())
                .isEqualTo(415);
        assertThat(rest().send("POST", "/subjects/s", " ".repeat(5 << 20), JSON_TYPE)
                        .status())
                .isEqualTo(413);
        assertThat(rest().get("/").status()).as("it is still alive").isEqualTo(200);
    }

    @Test
    void shouldListWhatItHolds() throws Exception {
        client().register("b", Part.of("a"));
        client().register("b", Part.of("a", "b="));
        client().register("a", TEXT);
        assertThat(rest().get("/schemas").body().findValuesAsText("version")).containsExactly("1", "1", "2");
        assertThat(rest().get("/schemas?latestOnly=true&subjectPrefix=b").body().findValuesAsText("version"))
                .containsExactly("2");
        assertThat(rest().get("/subjects?subjectPrefix=a").body().toString()).isEqualTo("[\"a\"]");
        assertThat(rest().get("/subjects/a/versions/1/schema").body().asText()).isEqualTo("string");
        assertThat(rest().get("/subjects/a/versions/1/referencedby").body().toString())
                .isEqualTo("[]");
    }

    @Test
    void shouldAskForThePasswordWhenItHasOne() throws Exception {
        restart(options().withCredentials(new Credentials("fleck", "secret")));
        assertRefused(401, () -> client().getAllSubjects());
        try (var known = clientWith("fleck:secret");
                var wrong = clientWith("fleck:guess")) {
            assertThat(known.register("s", TEXT)).isEqualTo(1);
            assertRefused(401, wrong::getAllSubjects);
        }
    }

    private CachedSchemaRegistryClient clientWith(String userAndPassword) {
        Map<String, String> settings =
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", userAndPassword);
        return new CachedSchemaRegistryClient(url(), 10, settings);
    }

    @Test
    void shouldRefuseAPortThatIsTaken() {
        RegistryOptions second = RegistryOptions.of(port, directory.resolve("second.jsonl"));
        assertThatThrownBy(() -> SchemaRegistry.start(second))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("registry port " + port);
    }

    @Test
    void shouldGiveOneIdASchemaWhenManyRegisterAtOnce() throws Exception {
        client().updateCompatibility(null, "NONE");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 80)
                    .<Callable<Integer>>mapToObj(i -> () -> client().register("s", Part.of("f" + i % 10)))
                    .toList();
            Set<Integer> ids = new HashSet<>();
            for (Future<Integer> id : threads.invokeAll(calls)) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(10);
            assertThat(client().getAllVersions("s")).hasSize(10);
        } finally {
            threads.shutdown();
        }
    }
}
