package io.fleck.cluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Fleck expects of any registry that speaks the Confluent protocol, checked through the Confluent client and through
 * plain HTTP. Every test has a subject of its own, so registries may live longer than one test.
 */
abstract class RegistryContract {
    private static final AvroSchema TEXT = new AvroSchema("\"string\"");
    private static final AvroSchema NUMBER = new AvroSchema("\"long\"");

    @SuppressWarnings("NullAway.Init") // set before each test
    private String subject;

    /** Where the registry is found. */
    abstract String url();

    @BeforeEach
    void nameSubject(TestInfo test) {
        subject = getClass().getSimpleName() + "-" + test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
    }

    final String subject() {
        return subject;
    }

    /** A client with an empty cache: it asks the registry. */
    final SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(url(), 100);
    }

    final RestClient rest() {
        return new RestClient(url());
    }

    @Test
    void shouldGiveTheSameSchemaTheSameIdInEverySubject() throws Exception {
        int id = client().register(subject, Part.of("a"));
        assertThat(client().register(subject, Part.of("a"))).as("again").isEqualTo(id);
        assertThat(client().register(subject + "-other", Part.of("a")))
                .as("elsewhere")
                .isEqualTo(id);
        assertThat(client().register(subject + "-other", Part.of("a", "b=")))
                .as("another schema")
                .isNotEqualTo(id);
    }

    @Test
    void shouldReturnASchemaByItsId() throws Exception {
        AvroSchema schema = Part.of("a", "b=");
        int id = client().register(subject, schema);
        assertThat(client().getSchemaById(id)).isEqualTo(schema);
        assertThat(client().getSchemaBySubjectAndId(subject, id)).isEqualTo(schema);
    }

    @Test
    void shouldCountVersionsAndTellTheLatest() throws Exception {
        client().register(subject, Part.of("a"));
        int second = client().register(subject, Part.of("a", "b="));
        assertThat(client().getAllVersions(subject)).containsExactly(1, 2);
        SchemaMetadata latest = client().getLatestSchemaMetadata(subject);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(latest.getId()).isEqualTo(second);
        assertThat(new AvroSchema(client().getSchemaMetadata(subject, 1).getSchema()))
                .isEqualTo(Part.of("a"));
        assertThat(client().getAllSubjects()).contains(subject);
    }

    @Test
    void shouldLookUpASchemaWithoutRegisteringIt() throws Exception {
        int id = client().register(subject, Part.of("a"));
        assertThat(client().getId(subject, Part.of("a"))).isEqualTo(id);
        assertThat(client().getVersion(subject, Part.of("a"))).isEqualTo(1);
        assertRefused(40403, () -> client().getId(subject, Part.of("a", "b=")));
        assertRefused(40401, () -> client().getId(subject + "-unknown", Part.of("a")));
        assertThat(client().getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void shouldSayWhatIsNotFound() throws Exception {
        client().register(subject, Part.of("a"));
        assertRefused(40401, () -> client().getAllVersions(subject + "-unknown"));
        assertRefused(40402, () -> client().getSchemaMetadata(subject, 7));
        assertRefused(40403, () -> client().getSchemaById(1_000_000));
    }

    /** For each level: may the subject's next version do this? History is (a, c) alone, or both given versions. */
    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true,  true,  true,  true",
        "BACKWARD,            true,  false, true,  true,  true",
        "BACKWARD_TRANSITIVE, true,  false, true,  false, true",
        "FORWARD,             true,  true,  false, true,  true",
        "FORWARD_TRANSITIVE,  true,  true,  false, true,  false",
        "FULL,                true,  false, false, true,  true",
        "FULL_TRANSITIVE,     true,  false, false, false, false"
    })
    void shouldEnforceTheLevel(
            String level,
            boolean addOptional,
            boolean addRequired,
            boolean dropRequired,
            boolean dropDefaultOfSecondVersion,
            boolean dropFieldOfFirstVersion)
            throws Exception {
        assertAllowed(level, addOptional, List.of(Part.of("a", "c")), Part.of("a", "c", "b="));
        assertAllowed(level, addRequired, List.of(Part.of("a", "c")), Part.of("a", "c", "b"));
        assertAllowed(level, dropRequired, List.of(Part.of("a", "c")), Part.of("a"));
        assertAllowed(level, dropDefaultOfSecondVersion, List.of(Part.of("a"), Part.of("a", "b=")), Part.of("a", "b"));
        assertAllowed(level, dropFieldOfFirstVersion, List.of(Part.of("a", "b"), Part.of("a", "b=")), Part.of("a"));
    }

    private void assertAllowed(String level, boolean allowed, List<AvroSchema> history, AvroSchema next)
            throws Exception {
        String name =
                subject + "-" + history.size() + "-" + next.canonicalString().hashCode();
        client().updateCompatibility(name, level);
        for (AvroSchema version : history) {
            client().register(name, version);
        }
        if (allowed) {
            assertThat(client().register(name, next))
                    .as("%s: %s after %s", level, next, history)
                    .isPositive();
        } else {
            assertRefused(409, () -> client().register(name, next));
            assertThat(client().getAllVersions(name)).hasSize(history.size());
        }
    }

    @Test
    void shouldTestCompatibilityWithoutRegistering() throws Exception {
        client().updateCompatibility(subject, "FULL_TRANSITIVE");
        client().register(subject, Part.of("a"));
        assertThat(client().testCompatibility(subject, Part.of("a", "b="))).isTrue();
        assertThat(client().testCompatibility(subject, Part.of("a", "b"))).isFalse();
        assertThat(client().testCompatibilityVerbose(subject, Part.of("a", "b")))
                .as("says why")
                .isNotEmpty();
        assertThat(client().getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void shouldKeepLevelsOfSubjectsAndOfAll() throws Exception {
        String before = client().getCompatibility(null);
        assertThat(client().updateCompatibility(null, "FULL_TRANSITIVE")).isEqualTo("FULL_TRANSITIVE");
        assertThat(client().getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        client().register(subject, TEXT);
        assertRefused(409, () -> client().register(subject, NUMBER));
        client().updateCompatibility(subject, "NONE");
        assertThat(client().getCompatibility(subject)).isEqualTo("NONE");
        client().register(subject, NUMBER);
        client().updateCompatibility(null, before);
    }

    @Test
    void shouldDeleteInTwoSteps() throws Exception {
        int id = client().register(subject, Part.of("a"));
        client().register(subject, Part.of("a", "b="));
        assertThat(client().deleteSchemaVersion(subject, "1")).isEqualTo(1);
        assertThat(client().getAllVersions(subject)).containsExactly(2);
        assertThat(client().deleteSubject(subject)).contains(2);
        assertThat(client().getAllSubjects()).doesNotContain(subject);
        assertThat(client().getSchemaById(id))
                .as("records that were written with it stay readable")
                .isEqualTo(Part.of("a"));
        assertThat(client().deleteSubject(subject, true)).containsExactlyInAnyOrder(1, 2);
        assertRefused(40401, () -> client().deleteSubject(subject));
    }

    @Test
    void shouldAnswerPlainHttpInTheProtocolsForm() throws Exception {
        RestClient.Answer registered =
                rest().post("/subjects/" + subject + "/versions", Map.of("schema", TEXT.canonicalString()));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        int id = registered.body().path("id").asInt();
        assertThat(rest().get("/schemas/ids/" + id).body().path("schema").asText())
                .isEqualTo(TEXT.canonicalString());
        RestClient.Answer version = rest().get("/subjects/" + subject + "/versions/latest");
        assertThat(version.body().path("subject").asText()).isEqualTo(subject);
        assertThat(version.body().path("version").asInt()).isEqualTo(1);
        assertThat(version.body().path("id").asInt()).isEqualTo(id);
        assertThat(rest().get("/schemas/ids/" + id + "/versions").body().findValuesAsText("subject"))
                .contains(subject);
        assertThat(rest().get("/schemas/types").body().toString()).contains("AVRO");
    }

    @Test
    void shouldAnswerMistakesWithTheProtocolsCodes() throws Exception {
        assertThat(rest().get("/subjects/" + subject + "/versions").errorCode()).isEqualTo(40401);
        RestClient.Answer invalid =
                rest().post("/subjects/" + subject + "/versions", Map.of("schema", "{\"type\":\"nothing\"}"));
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.errorCode()).isEqualTo(42201);
        client().register(subject, TEXT);
        assertThat(rest().get("/subjects/" + subject + "/versions/9").errorCode())
                .isEqualTo(40402);
        assertThat(rest().put("/config/" + subject, Map.of("compatibility", "SIDEWAYS"))
                        .errorCode())
                .isEqualTo(42203);
    }

    @Test
    void shouldTakeSubjectsThatNeedEscaping() throws Exception {
        String odd = subject + " a/b+c%d";
        int id = client().register(odd, TEXT);
        assertThat(client().getAllVersions(odd)).containsExactly(1);
        assertThat(client().getAllSubjects()).contains(odd);
        assertThat(client().getId(odd, TEXT)).isEqualTo(id);
    }

    /** A call that a registry is expected to refuse. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    static void assertRefused(int code, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        refusal -> assertThat(refusal.getErrorCode())
                                .as(refusal.getMessage())
                                .isEqualTo(code));
    }
}
