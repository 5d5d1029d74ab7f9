package io.fleck.serdes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials and TLS on the way to the registry. */
final class RegistryAccessTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path directory;

    @Test
    void shouldShowItsCredentials() throws Exception {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(ScriptedRegistry.frames())) {
            ask(Map.of(
                    RegistrySettings.URL,
                    registry.url(),
                    "basic.auth.credentials.source",
                    "USER_INFO",
                    "basic.auth.user.info",
                    "line1:secret"));
            ask(Map.of(
                    RegistrySettings.URL,
                    "http://line2:hidden@127.0.0.1:" + registry.port(),
                    "basic.auth.credentials.source",
                    "URL"));
            ask(Map.of(
                    RegistrySettings.URL,
                    registry.url(),
                    "bearer.auth.credentials.source",
                    "STATIC_TOKEN",
                    "bearer.auth.token",
                    "abc"));
            assertThat(registry.credentials())
                    .as("credentials that the registry saw")
                    .containsExactly(basic("line1:secret"), basic("line2:hidden"), "Bearer abc");
        }
    }

    @Test
    void shouldTrustOnlyWhatItsTruststoreHolds() throws Exception {
        Path store = keystore("localhost");
        try (ScriptedRegistry registry = ScriptedRegistry.overTls(context(store), ScriptedRegistry.frames())) {
            String url = "https://localhost:" + registry.port();
            ask(trusting(store, url));
            assertThat(registry.requests()).as("requests over TLS").hasSize(1);
            assertThatThrownBy(() -> ask(Map.of(RegistrySettings.URL, url)))
                    .as("the same without a truststore")
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SSLHandshakeException");
        }
    }

    @Test
    void shouldRefuseACertificateOfAnotherHost() throws Exception {
        Path store = keystore("registry.example");
        try (ScriptedRegistry registry = ScriptedRegistry.overTls(context(store), ScriptedRegistry.frames())) {
            Map<String, String> settings = new TreeMap<>(trusting(store, "https://localhost:" + registry.port()));
            assertThatThrownBy(() -> ask(settings))
                    .as("a certificate of registry.example at localhost")
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("localhost");
            settings.put("schema.registry.ssl.endpoint.identification.algorithm", "none");
            ask(settings);
            assertThat(registry.requests())
                    .as("requests once names are not verified")
                    .hasSize(1);
        }
    }

    @Test
    void shouldNameSettingsThatCannotBeUsed() {
        String nowhere = directory.resolve("none.p12").toString();
        assertThatThrownBy(() -> ask(trusting(Path.of(nowhere), "https://localhost:1")))
                .as("a truststore that is not there")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("settings of the schema registry client cannot be used: ")
                .hasMessageContaining(nowhere);
        assertThatThrownBy(() -> ask(Map.of(
                        RegistrySettings.URL, "http://localhost:1", "schema.registry.http.read.timeout.ms", "soon")))
                .as("a timeout that is no number")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("soon");
    }

    private static Map<String, String> trusting(Path store, String url) {
        return Map.of(
                RegistrySettings.URL,
                url,
                "schema.registry.ssl.truststore.location",
                store.toString(),
                "schema.registry.ssl.truststore.password",
                PASSWORD,
                "schema.registry.ssl.truststore.type",
                "PKCS12");
    }

    /** Makes one request. */
    private static void ask(Map<String, String> settings) {
        try (AvroCodec codec = AvroCodec.of(RegistrySettings.of(settings))) {
            codec.registrations().id("inspection.frames-value", Subjects.schemaOf(CameraFrame.class));
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    /** A self-signed certificate for a host, made by the JDK's own tool. */
    private Path keystore(String host) throws Exception {
        Path store = directory.resolve(host + ".p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "registry",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as("keytool: %s", output).isZero();
        return store;
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
