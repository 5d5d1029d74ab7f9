package io.fleck.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPackageTest {
    private static final byte[] GRAPH = "a graph".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another graph".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path parent = Path.of("");

    private Path directory = Path.of("");

    @BeforeEach
    void nameTheModel() {
        directory = parent.resolve("models/tiles");
    }

    @Test
    void shouldReadBackWhatItWrote() throws IOException {
        ModelManifest manifest = Manifests.calibrated(GRAPH);
        ModelPackage written = ModelPackage.write(directory, manifest, GRAPH);
        ModelPackage read = ModelPackage.load(directory);
        assertThat(read).isEqualTo(written).isEqualTo(new ModelPackage(directory, manifest));
        assertThat(read.graph()).hasBinaryContent(GRAPH);
    }

    @Test
    void shouldLeaveOutWhatAModelDoesNotHave() throws IOException {
        ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH);
        assertThat(Files.readString(directory.resolve("model.json"))).doesNotContain("calibration", "backbone", "null");
        assertThat(ModelPackage.load(directory).manifest()).isEqualTo(Manifests.bare(GRAPH));
    }

    @Test
    void shouldWriteTheSameBytesForTheSameModel() throws IOException {
        ModelPackage.write(directory, Manifests.calibrated(GRAPH), GRAPH);
        String first = Files.readString(directory.resolve("model.json"));
        ModelPackage.write(directory, Manifests.calibrated(GRAPH), GRAPH);
        assertThat(Files.readString(directory.resolve("model.json"))).isEqualTo(first);
        assertThat(first.indexOf("components"))
                .as("settings in order of their keys")
                .isLessThan(first.indexOf("grid"));
    }

    @Test
    void shouldLetOtherUsersReadTheModel() throws IOException {
        ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH);
        assertThat(Files.getPosixFilePermissions(directory))
                .contains(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
    }

    @Test
    void shouldReplaceAModelAndLeaveNothingElseBehind() throws IOException {
        ModelPackage.write(directory, Manifests.calibrated(GRAPH), GRAPH);
        ModelPackage.write(directory, Manifests.bare(OTHER), OTHER);
        assertThat(ModelPackage.load(directory).manifest().name()).isEqualTo("bare");
        assertThat(entries(directory.resolve(".."))).containsExactly("tiles");
        assertThat(entries(directory)).containsExactly("graph.onnx", "model.json");
    }

    @Test
    void shouldNotReplaceADirectoryThatHoldsAnythingElse() throws IOException {
        Files.createDirectories(directory);
        Path precious = Files.writeString(directory.resolve("thesis.txt"), "years of work");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH))
                .withMessageContaining(directory.toString())
                .withMessageContaining("thesis.txt");
        assertThat(precious).hasContent("years of work");
        assertThat(entries(directory.resolve(".."))).containsExactly("tiles");
    }

    @Test
    void shouldNotReplaceAFile() throws IOException {
        Files.createDirectories(directory.resolve(".."));
        Files.writeString(directory, "a file");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH))
                .withMessageContaining(directory.toString());
        assertThat(directory).hasContent("a file");
    }

    @Test
    void shouldKeepTheOldModelWhenTheNewOneCannotBeWritten() {
        ModelPackage.write(directory, Manifests.calibrated(GRAPH), GRAPH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPackage.write(directory, Manifests.bare(GRAPH), OTHER))
                .withMessageContaining(Sha256.of(OTHER));
        assertThat(ModelPackage.load(directory).manifest().name()).isEqualTo("tiles");
    }

    @Test
    void shouldRefuseAGraphThatIsNotTheOneDescribedNamingBothDigests() throws IOException {
        ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH);
        Files.write(directory.resolve("graph.onnx"), OTHER);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.load(directory))
                .withMessageContaining(directory.resolve("graph.onnx").toString())
                .withMessageContaining(Sha256.of(GRAPH))
                .withMessageContaining(Sha256.of(OTHER));
    }

    @ParameterizedTest
    @CsvSource({"graph.onnx", "model.json"})
    void shouldNameTheFileThatIsMissing(String file) throws IOException {
        ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH);
        Files.delete(directory.resolve(file));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.load(directory))
                .withMessageStartingWith(directory.resolve(file) + ": no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\" : \"tiles\",              |                                  | field 'name' is missing",
                "\"name\" : \"tiles\"               | \"name\" : null                  | field 'name' is missing",
                "\"name\" : \"tiles\"               | \"name\" : \" \"                 | name is blank",
                "\"tensor\" : \"frames\",           |                                  | field 'input.tensor' is missing",
                "\"width\" : 16,                    |                                  | field 'input.width' is missing",
                "\"width\" : 16                     | \"width\" : 0                    | input.width 0",
                "\"width\" : 16                     | \"width\" : 16.5                 | field 'input.width'",
                "\"width\" : 16                     | \"width\" : \"16\"               | field 'input.width'",
                "\"width\" : 16                     | \"width\" : 16, \"witdh\" : 16 | unknown field 'input.witdh'",
                "\"format\" : 1                     | \"format\" : 2                   | format 2 is not known; allowed is 1",
                "\"format\" : 1,                    |                                  | field 'format' is missing",
                "\"format\" : 1,                    | \"format\" : 1, \"format\" : 1,  | Duplicate field 'format'",
                "\"format\" : 1                     | \"format\" 1                     | is not valid JSON",
                "\"falseAlarmRate\" : 0.25          | \"falseAlarmRate\" : 1.0         | calibration.falseAlarmRate 1.0",
                "\"falseAlarmRate\" : 0.25          | \"falseAlarmRate\" : 0           | calibration.falseAlarmRate 0.0",
                "\"method\" : \"split\"             | \"method\" : \"magic\"           | calibration.method 'magic'",
                "\"scores\" : [ 1.25                | \"scores\" : [ 2.5               | calibration.scores has 2.0 after 2.5",
                "\"scores\" : [ 1.25                | \"scores\" : [ null              | field 'calibration.scores",
                "\"graphSha256\" : \"               | \"graphSha256\" : \"x            | graphSha256 'x",
                "\"sha256\" : \"ab                  | \"sha256\" : \"AB                | backbone.sha256 'AB",
            })
    void shouldNameTheFileAndTheFieldThatIsWrong(String original, String replacement, String complaint)
            throws IOException {
        ModelPackage.write(directory, Manifests.calibrated(GRAPH), GRAPH);
        Path json = directory.resolve("model.json");
        String right = Files.readString(json);
        assertThat(right).contains(original);
        Files.writeString(
                json, right.replace(original, String.valueOf(replacement).replaceFirst("^null$", "")));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.load(directory))
                .withMessageStartingWith(json + ": ")
                .withMessageContaining(complaint)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void shouldRefuseAnythingBehindTheManifest() throws IOException {
        ModelPackage.write(directory, Manifests.bare(GRAPH), GRAPH);
        Path json = directory.resolve("model.json");
        Files.writeString(json, Files.readString(json) + "{}");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelPackage.load(directory))
                .withMessageStartingWith(json + ": ");
    }

    @Test
    void shouldNeverShowAReaderHalfOfAModel() throws Exception {
        ModelManifest first = Manifests.calibrated(GRAPH);
        ModelManifest second = Manifests.bare(OTHER);
        ModelPackage.write(directory, first, GRAPH);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> loaded = reader.submit(() -> loadUntil(done, List.of(first, second)));
            for (int i = 0; i < 100; i++) {
                ModelPackage.write(directory, i % 2 == 0 ? second : first, i % 2 == 0 ? OTHER : GRAPH);
            }
            done.set(true);
            assertThat(loaded.get(30, TimeUnit.SECONDS))
                    .as("models loaded meanwhile")
                    .isPositive();
        } finally {
            reader.shutdownNow();
        }
        assertThat(ModelPackage.load(directory).manifest()).isEqualTo(first);
        assertThat(entries(directory.resolve(".."))).containsExactly("tiles");
    }

    private int loadUntil(AtomicBoolean done, List<ModelManifest> expected) {
        int loaded = 0;
        while (!done.get() || loaded == 0) {
            try {
                assertThat(ModelPackage.load(directory).manifest()).isIn(expected);
                loaded++;
            } catch (ModelException e) {
                assertThat(e).hasMessageContaining(directory.toString());
            }
        }
        return loaded;
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
