package io.fleck.k8s.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.k8s.manifest.Rendered;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CheckCommandTest {
    private static final Path K8S = Path.of(System.getProperty("fleck.root"), "k8s");

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    private int run(CommandLine command, String... arguments) {
        command.setErr(new PrintWriter(errors, true));
        return command.execute(arguments);
    }

    private JsonNode figures() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("figures.json").toFile());
    }

    @Test
    void shouldFindNothingInThisProject() throws IOException {
        var unused = Rendered.kustomize();
        int exitCode = run(
                Fleck.commandLine(),
                "k8s",
                "check",
                "--quiet",
                "--json",
                folder.resolve("figures.json").toString());
        assertThat(exitCode).as("errors: %s", errors).isEqualTo(ExitCode.DONE);
        assertThat(figures().path("manifests").asInt()).isGreaterThan(200);
        assertThat(figures().path("cross_checks").asInt()).isGreaterThan(1_000);
        assertThat(figures().path("failures")).isEmpty();
    }

    /** A copy of k8s/ in which a field is misspelt and a port changed. */
    @Test
    void shouldNameWhatIsWrongAndExitWithOne() throws IOException {
        var unused = Rendered.kustomize();
        copy(K8S, folder.resolve("k8s"));
        change("k8s/base/deployment.yaml", "containerPort: 9464", "containerPort: 9465");
        change("k8s/overlays/edge/broker.yaml", "replicas: 1", "replica: 1");
        int exitCode = run(
                Fleck.commandLine(),
                "k8s",
                "check",
                "--quiet",
                "--overlays",
                folder.resolve("k8s/overlays").toString(),
                "--json",
                folder.resolve("figures.json").toString());
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(errors.toString())
                .contains("k8s: edge: KafkaNodePool node: unknown field spec.replica")
                .contains("k8s: cpu: the application listens on admin.port=9464, its container's port admin is 9465");
        assertThat(figures().path("failures").size()).isEqualTo(6);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.startsWith(from.resolve("check")))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void shouldSayWhatThisMachineLacks() {
        CommandLine command = Fleck.commandLine().addSubcommand("check-without", new CheckCommand("/nowhere"));
        assertThat(run(command, "check-without")).isEqualTo(ExitCode.MISSING);
        assertThat(errors.toString()).contains("neither kustomize nor kubectl is on the PATH");
    }

    @Test
    void shouldRefuseAFolderWithoutOverlays() {
        var unused = Rendered.kustomize();
        assertThat(run(Fleck.commandLine(), "k8s", "check", "--overlays", folder.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("no folder in it has a kustomization.yaml");
        assertThat(run(Fleck.commandLine(), "k8s")).isEqualTo(ExitCode.USAGE);
    }
}
