package io.fleck.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Overlays of this project as kustomize renders them. */
public final class Rendered {
    private static final Path OVERLAYS = Path.of(System.getProperty("fleck.root"), "k8s", "overlays");

    private Rendered() {}

    /** Kustomize; a test without it is skipped, or fails where .ci/run says that it has to be there. */
    public static Kustomize kustomize() {
        Optional<Kustomize> found = Kustomize.find(Objects.requireNonNullElse(System.getenv("PATH"), ""));
        if (Boolean.getBoolean("fleck.kustomize.required")) {
            assertThat(found).as("kustomize or kubectl on the PATH").isPresent();
        }
        assumeTrue(found.isPresent(), "neither kustomize nor kubectl is on the PATH: nothing renders the manifests");
        return found.orElseThrow();
    }

    /** The YAML of an overlay. */
    public static String overlay(String name) {
        return kustomize().render(OVERLAYS.resolve(name));
    }
}
