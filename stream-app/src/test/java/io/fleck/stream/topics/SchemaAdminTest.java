package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.SchemaState.Incompatible;
import io.fleck.stream.topics.SchemaState.Registered;
import io.fleck.stream.topics.SchemaState.Unregistered;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Over Confluent's in-memory registry, which enforces nothing: what is refused here is refused by us. */
final class SchemaAdminTest {
    private static final Topics NAMES = Topics.unprefixed();
    private static final String ALERTS = "inspection.alerts-value";

    @SuppressWarnings("NullAway.Init") // set before each test
    private AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SchemaAdmin admin;

    @BeforeEach
    void open(TestInfo test) {
        codec = AvroCodec.of(
                RegistrySettings.at("mock://schemas" + test.getDisplayName().hashCode()));
        admin = new SchemaAdmin(codec.registrations());
    }

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void shouldTellTheThreeStatesApart() {
        AvroSchema stranger = new AvroSchema(
                "{\"type\":\"record\",\"name\":\"Alert\",\"namespace\":\"io.fleck.avro\",\"fields\":[]}");
        codec.registrations().register(ALERTS, stranger);
        SchemaPlan plan = admin.plan(NAMES);
        assertThat(plan.fine()).as("fine").isFalse();
        assertThat(plan.incompatible())
                .as("incompatible")
                .extracting(Incompatible::subject, Incompatible::version)
                .containsExactly(tuple(ALERTS, 1));
        assertThat(plan.unregistered()).as("unregistered").hasSize(11).allMatch(state -> state.versions() == 0);
    }

    @Test
    void shouldRegisterAllOrNothing() {
        codec.registrations().register(ALERTS, new AvroSchema("\"string\""));
        assertThatThrownBy(() -> admin.register(NAMES))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("incompatible " + ALERTS + ": with version 1: ");
        assertThat(admin.plan(NAMES).unregistered()).as("still unregistered").hasSize(11);
    }

    @Test
    void shouldFindItselfFineOnceRegistered() {
        SchemaPlan plan = admin.register(NAMES);
        assertThat(plan.states()).as("states after registering").hasSize(12).allMatch(Registered.class::isInstance);
        assertThat(plan.unregistered()).as("unregistered").isEmpty();
        assertThat(plan.incompatible()).as("incompatible").isEmpty();
    }

    @Test
    void shouldDescribeEachStateInOneLine() {
        assertThat(List.of(
                                new Registered("s", 4),
                                new Unregistered("s", 0),
                                new Unregistered("s", 2),
                                new Incompatible("s", 1, "NAME_MISMATCH"))
                        .stream()
                        .map(SchemaState::describe))
                .as("lines for people")
                .containsExactly(
                        "registered s: schema 4",
                        "register s: no version yet",
                        "register s: version 3",
                        "incompatible s: with version 1: NAME_MISMATCH");
    }
}
