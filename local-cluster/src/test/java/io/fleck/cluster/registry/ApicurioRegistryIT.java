package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The same contract held by somebody else's registry: it is the protocol that is tested, not our reading of it. */
@Tag("apicurio")
final class ApicurioRegistryIT extends RegistryContract {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Apicurio apicurio;

    @BeforeAll
    static void start() throws Exception {
        apicurio = Apicurio.start();
        try (var client = new CachedSchemaRegistryClient(apicurio.url(), 1)) {
            client.updateCompatibility(null, "BACKWARD"); // it starts with NONE
        }
    }

    @AfterAll
    static void stop() {
        apicurio.close();
    }

    @Override
    String url() {
        return apicurio.url();
    }
}
