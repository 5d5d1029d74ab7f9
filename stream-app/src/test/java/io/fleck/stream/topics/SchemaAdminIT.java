package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.avro.InspectionResult;
import io.fleck.cluster.registry.RegistryOptions;
import io.fleck.cluster.registry.SchemaRegistry;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.RegistryUnavailableException;
import io.fleck.serdes.Subjects;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry over HTTP. */
final class SchemaAdminIT {
    private static final Topics NAMES = new Topics("line1.");
    private static final String RESULTS = "line1.inspection.results-value";

    @SuppressWarnings("NullAway.Init") // set before each test
    private SchemaRegistry registry;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SchemaAdmin admin;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        registry = SchemaRegistry.start(RegistryOptions.of(freePort(), directory.resolve("schemas.journal")));
        codec = AvroCodec.of(RegistrySettings.at(registry.url()));
        admin = new SchemaAdmin(codec.registrations());
    }

    @AfterEach
    void stop() {
        codec.close();
        registry.close();
    }

    @Test
    void shouldRegisterEveryRecordOnceAndFindAllFineAfterwards() {
        assertThat(admin.plan(NAMES).unregistered()).as("before").hasSize(12);
        SchemaPlan registered = admin.register(NAMES);
        assertThat(registered.fine()).as("after registering").isTrue();
        assertThat(admin.register(NAMES)).as("registering again").isEqualTo(registered);
        assertThat(codec.registrations().versions(RESULTS))
                .as("versions after registering twice")
                .containsExactly(1);
    }

    @Test
    void shouldKeepRawDeadLettersOutOfTheRegistry() {
        assertThat(admin.plan(NAMES).states())
                .as("subjects")
                .extracting(SchemaState::subject)
                .doesNotContain("line1.inspection.dead-letters-value")
                .contains(RESULTS);
    }

    @Test
    void shouldHoldANewSubjectToFullTransitive() {
        admin.register(NAMES);
        assertThatThrownBy(() -> codec.registrations().register(RESULTS, withARequiredField()))
                .as("a version that cannot read what is there")
                .hasMessageContaining("was refused under " + RESULTS);
    }

    @Test
    void shouldNameTheVersionThatContradictsAndRegisterNothing() {
        codec.registrations().register(RESULTS, withARequiredField());
        assertThat(admin.plan(NAMES).incompatible())
                .as("incompatible")
                .singleElement()
                .satisfies(state -> assertThat(state.describe())
                        .startsWith("incompatible line1.inspection.results-value: with version 1: ")
                        .contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
        assertThatThrownBy(() -> admin.register(NAMES))
                .isInstanceOf(TopicsException.class)
                .hasMessageStartingWith("nothing registered: incompatible " + RESULTS);
        assertThat(codec.registrations().versions("line1.inspection.frames-value"))
                .as("versions of a subject that would have been fine")
                .isEmpty();
    }

    @Test
    void shouldCallACompatibleNewVersionUnregisteredUntilItIs() {
        codec.registrations().register(RESULTS, withAnOptionalField());
        assertThat(admin.plan(NAMES).unregistered())
                .as("a subject with another version")
                .extracting(SchemaState::describe)
                .contains("register line1.inspection.results-value: version 2");
        assertThat(admin.register(NAMES).fine()).as("after registering").isTrue();
        assertThat(codec.registrations().versions(RESULTS)).as("versions").containsExactly(1, 2);
    }

    @Test
    void shouldStopTheStartNamingEverySchemaThatIsMissing() {
        assertThatThrownBy(() -> StartCheck.schemas(admin, NAMES, false))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("./fleck schemas check, register")
                .hasMessageContaining("register line1.inspection.frames-value: no version yet")
                .hasMessageContaining("register " + RESULTS);
        StartCheck.schemas(admin, NAMES, true);
        assertThatCode(() -> StartCheck.schemas(admin, NAMES, false))
                .as("the start after registering")
                .doesNotThrowAnyException();
    }

    @Test
    void shouldSayThatTheRegistryIsAway() {
        registry.close();
        assertThatThrownBy(() -> admin.plan(NAMES))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(registry.url());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static AvroSchema withARequiredField() {
        return new AvroSchema(text().replaceFirst(
                        "\"fields\":\\[", "\"fields\":[{\"name\":\"wanted\",\"type\":\"int\",\"doc\":\"x\"},")
                .replaceFirst("\\{\"name\":\"eventId\",\"type\":\"string\",\"doc\":\"[^\"]*\"\\},", ""));
    }

    private static AvroSchema withAnOptionalField() {
        return new AvroSchema(text().replaceFirst(
                        "\"fields\":\\[",
                        "\"fields\":[{\"name\":\"extra\",\"type\":\"int\",\"doc\":\"x\",\"default\":0},"));
    }

    private static String text() {
        return Subjects.schemaOf(InspectionResult.class).canonicalString();
    }
}
