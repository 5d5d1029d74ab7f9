package io.fleck.stream.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration that Kubernetes mounts is one that the application takes, and agrees with its manifest. */
final class KubernetesConfigTest {
    private static final Path BASE = Path.of(System.getProperty("fleck.root"), "k8s", "base");

    @Test
    void shouldBeTakenByTheApplicationAndAgreeWithTheManifest() throws IOException {
        FleckConfig config = FleckConfig.load(
                BASE.resolve("fleck.properties"),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "SCHEMA_REGISTRY_URL", "http://registry:8081"));
        String deployment = Files.readString(BASE.resolve("deployment.yaml"));
        String service = Files.readString(BASE.resolve("service.yaml"));
        assertThat(deployment).contains("containerPort: " + config.admin().port());
        assertThat(service).contains("port: " + config.admin().port());
        assertThat(deployment)
                .contains("mountPath: " + config.stream().stateDirectory())
                .contains("mountPath: "
                        + config.models().values().iterator().next().path().getParent());
    }

    @Test
    void shouldGiveAStopMoreTimeThanTheApplicationTakes() throws IOException {
        FleckConfig config = FleckConfig.load(
                BASE.resolve("fleck.properties"),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "SCHEMA_REGISTRY_URL", "http://registry:8081"));
        String grace = Files.readString(BASE.resolve("deployment.yaml"))
                .lines()
                .filter(line -> line.contains("terminationGracePeriodSeconds:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
        assertThat(Long.parseLong(grace))
                .isGreaterThan(config.stream().shutdownTimeout().toSeconds());
    }
}
