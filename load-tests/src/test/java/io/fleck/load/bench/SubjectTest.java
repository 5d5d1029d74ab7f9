package io.fleck.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelPackage;
import io.fleck.load.bench.traffic.Picture;
import io.fleck.load.bench.traffic.SamplePictures;
import io.fleck.load.drive.BlockModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {
    @TempDir
    private Path folder;

    private ModelPackage model() {
        return BlockModel.write(folder.resolve("model"));
    }

    private Subject subject(int bytes) {
        return new Subject(model(), Engines.select("null"), List.of(new Picture(new byte[bytes])));
    }

    @Test
    void shouldKeepAsManyFramesUnderWayAsTheDiskTakes() {
        assertThat(subject(20_000).window()).as("small pictures").isEqualTo(256);
        assertThat(subject(2 << 20).window()).as("2 MiB each").isEqualTo(128);
        assertThat(subject(16 << 20).window()).as("16 MiB each").isEqualTo(64);
    }

    @Test
    void shouldTakeTheThresholdThatTheModelWasCalibratedTo() {
        assertThat(subject(1).station().threshold()).isEqualTo(180);
    }

    @Test
    void shouldRefuseToStreamNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subject(model(), Engines.select("null"), List.of()))
                .withMessageContaining("pictures");
    }

    @Test
    void shouldDrawPicturesWhereNoneAreNamed() throws Exception {
        Subject subject = new SubjectSource(options(Optional.empty()), folder).get();
        assertThat(subject.pictures()).hasSize(128);
        assertThat(subject.meanBytes()).as("bytes of a JPEG of a part").isBetween(2_000L, 200_000L);
        assertThat(subject.provider().name()).isEqualTo("null");
    }

    @Test
    void shouldTakePicturesOfAFolder() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames"));
        Files.write(frames.resolve("a.png"), SamplePictures.png(40));
        Files.write(frames.resolve("b.jpg"), SamplePictures.jpeg(50));

        Subject subject = new SubjectSource(options(Optional.of(frames)), folder).get();

        assertThat(subject.pictures()).hasSize(2);
    }

    private BenchOptions options(Optional<Path> frames) throws IOException {
        Pace pace = new Pace(1, Duration.ZERO, Duration.ofSeconds(1));
        return new BenchOptions("null", Optional.of(model().directory()), frames, pace, Set.of(), false, Map.of(), 0);
    }
}
