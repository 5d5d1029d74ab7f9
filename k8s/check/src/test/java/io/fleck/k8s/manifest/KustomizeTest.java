package io.fleck.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KustomizeTest {
    @TempDir
    private Path folder;

    private void program(String name, String body) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void shouldFindNothingWhereThereIsNothing() throws IOException {
        Files.writeString(folder.resolve("kubectl"), "not to be run");
        assertThat(Kustomize.find(folder + ":/nowhere")).isEmpty();
        assertThat(Kustomize.find("")).isEmpty();
    }

    @Test
    void shouldPreferTheProgramItselfAndTakeKubectlElse() throws IOException {
        program("kubectl", "echo kubectl \"$@\"");
        Kustomize within = Kustomize.find(folder.toString()).orElseThrow();
        assertThat(within.render(Path.of("overlay"))).isEqualTo("kubectl kustomize overlay\n");
        program("kustomize", "echo itself \"$@\"");
        Kustomize itself = Kustomize.find("/nowhere:" + folder).orElseThrow();
        assertThat(itself.render(Path.of("overlay"))).isEqualTo("itself build overlay\n");
    }

    @Test
    void shouldSayWhatKustomizeSaysWhenItRefuses() throws IOException {
        program("kustomize", "echo some; echo no such base >&2; exit 1");
        Kustomize refusing = Kustomize.find(folder.toString()).orElseThrow();
        assertThatThrownBy(() -> refusing.render(Path.of("overlay")))
                .isInstanceOf(ManifestException.class)
                .hasMessage("overlay: no such base");
    }

    @Test
    void shouldRenderWhatAnOverlayChanges() {
        assertThat(Rendered.overlay("gpu-mig"))
                .contains("nvidia.com/mig-1g.10gb: \"1\"")
                .doesNotContain("nvidia.com/gpu: \"1\"");
        assertThat(Rendered.overlay("edge"))
                .doesNotContain("kind: PodDisruptionBudget")
                .doesNotContain("ScaledObject");
        assertThat(Rendered.overlay("air-gapped")).contains("image: registry.plant.internal/fleck/cpu:");
    }
}
