package io.fleck.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistrySettingsTest {
    private static final String HERE = "http://registry:8081";

    @Test
    void shouldKeepUrlsInTheirOrder() {
        assertThat(RegistrySettings.at(" http://b:1 ,http://a:2,").urls())
                .as("URLs in the order in which they are tried")
                .containsExactly("http://b:1", "http://a:2");
    }

    @Test
    void shouldGiveUpSoonAndVerifyHostNamesUnlessToldOtherwise() {
        assertThat(RegistrySettings.at(HERE).asMap())
                .as("defaults")
                .containsEntry("schema.registry.http.connect.timeout.ms", "5000")
                .containsEntry("schema.registry.http.read.timeout.ms", "10000")
                .containsEntry("schema.registry.max.retries", "0")
                .containsEntry("schema.registry.ssl.endpoint.identification.algorithm", "https");
        assertThat(RegistrySettings.of(Map.of(RegistrySettings.URL, HERE, "schema.registry.http.read.timeout.ms", "1"))
                        .asMap())
                .as("a default that was set")
                .containsEntry("schema.registry.http.read.timeout.ms", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema.registry.ssl.truststore.location",
                "schema.registry.ssl.keystore.password",
                "schema.registry.proxy.host",
                "schema.registry.basic.auth.user.info",
                "basic.auth.user.info",
                "bearer.auth.token"
            })
    void shouldPassOnWhatTheClientReads(String key) {
        assertThat(RegistrySettings.knows(key)).as(key).isTrue();
        assertThat(RegistrySettings.concerns(key)).as(key).isTrue();
        assertThat(RegistrySettings.of(Map.of(RegistrySettings.URL, HERE, key, "v"))
                        .asMap())
                .as("settings")
                .containsEntry(key, "v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema.registry.ssl.truststore.lokation",
                "schema.registry.timeout",
                "basic.auth.user",
                "ssl.truststore.location",
                "bootstrap.servers"
            })
    void shouldRefuseAKeyThatTheClientDoesNotRead(String key) {
        assertThat(RegistrySettings.knows(key)).as(key).isFalse();
        assertThatThrownBy(() -> RegistrySettings.of(Map.of(RegistrySettings.URL, HERE, key, "v")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + key + "' is no setting of the schema registry client");
    }

    @Test
    void shouldUseCredentialsWhereverTheyStand() {
        assertThat(RegistrySettings.of(Map.of(RegistrySettings.URL, HERE, "basic.auth.user.info", "u:p"))
                        .asMap())
                .as("credentials in the settings")
                .containsEntry("basic.auth.credentials.source", "USER_INFO");
        assertThat(RegistrySettings.at("http://u:p@registry:8081").asMap())
                .as("credentials in the URL")
                .containsEntry("basic.auth.credentials.source", "URL");
        assertThat(RegistrySettings.at(HERE).asMap())
                .as("no credentials")
                .doesNotContainKey("basic.auth.credentials.source");
    }

    @Test
    void shouldRefuseWaysToAuthenticateThatWouldNotWork() {
        assertThatThrownBy(() -> RegistrySettings.of(
                        Map.of(RegistrySettings.URL, HERE, "bearer.auth.credentials.source", "OAUTHBEARER")))
                .hasMessage("bearer.auth.credentials.source=OAUTHBEARER is not supported; allowed is one of"
                        + " [STATIC_TOKEN]");
    }

    @Test
    void shouldTellItsOwnKeysFromThoseOfOtherClients() {
        assertThat(RegistrySettings.concerns("schema.registry.typo"))
                .as("a key that is meant for it and unknown")
                .isTrue();
        assertThat(RegistrySettings.concerns("ssl.truststore.location"))
                .as("a key of Kafka's clients")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "registry:8081", "ftp://registry", "http://a b"})
    void shouldRefuseWhatIsNoUrl(String url) {
        assertThatThrownBy(() -> RegistrySettings.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schema.registry.url");
    }

    @Test
    void shouldKeepSecretsToItself() {
        RegistrySettings settings = RegistrySettings.of(
                Map.of(RegistrySettings.URL, "https://user:p@ss@registry:8081", "basic.auth.user.info", "u:hidden"));
        assertThat(settings).as("as text").hasToString("RegistrySettings[https://registry:8081]");
        assertThatThrownBy(() -> RegistrySettings.at("htp://user:secret@registry"))
                .hasMessageContaining("'htp://registry' is no URL");
    }

    /** The names are the client's own: an upgrade that renames one turns this red. */
    @Test
    void shouldKnowOnlyKeysThatTheClientDeclares() {
        Set<String> declared = Arrays.stream(SchemaRegistryClientConfig.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
        assertThat(declared).as("keys of the client").containsAll(RegistrySettings.AUTHENTICATION);
        assertThat(RegistrySettings.TRANSPORT)
                .as("keys of the client, and the URL")
                .allMatch(key -> key.equals("url") || declared.contains(key));
    }
}
