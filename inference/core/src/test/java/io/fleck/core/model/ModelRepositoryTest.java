package io.fleck.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryTest {
    private static final byte[] GRAPH = "a graph".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldFindTheModelsOfAFolderUnderTheirDirectoryNames() throws IOException {
        ModelPackage.write(folder.resolve("tiles"), Manifests.calibrated(GRAPH), GRAPH);
        ModelPackage.write(folder.resolve("cast"), Manifests.bare(GRAPH), GRAPH);
        ModelPackage.write(folder.resolve(".cast.new-1"), Manifests.bare(GRAPH), GRAPH);
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("README"), "no model");

        ModelRepository repository = ModelRepository.in(folder);

        assertThat(repository.names()).containsExactly("cast", "tiles");
        assertThat(repository.load("tiles").manifest()).isEqualTo(Manifests.calibrated(GRAPH));
    }

    @Test
    void shouldLoadWhatLiesInAListedDirectoryNow() {
        ModelPackage.write(folder.resolve("a"), Manifests.calibrated(GRAPH), GRAPH);
        ModelRepository repository = ModelRepository.of(Map.of("line-3", folder.resolve("a")));
        assertThat(repository.load("line-3").manifest().name()).isEqualTo("tiles");

        ModelPackage.write(folder.resolve("a"), Manifests.bare(GRAPH), GRAPH);

        assertThat(repository.load("line-3").manifest().name()).isEqualTo("bare");
    }

    @Test
    void shouldNameTheModelsThereAreWhenOneIsUnknown() {
        ModelRepository repository = ModelRepository.of(Map.of("tiles", folder, "cast", folder));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> repository.load("tile"))
                .withMessage("no model 'tile', only [cast, tiles]");
    }

    @Test
    void shouldNameAFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelRepository.in(missing))
                .withMessageStartingWith(missing + ": ");
    }
}
