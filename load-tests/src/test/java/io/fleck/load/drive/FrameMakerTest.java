package io.fleck.load.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.Inspector;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrameMakerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private final FrameMaker frames = new FrameMaker(64);

    @TempDir
    private Path folder;

    @Test
    void shouldLetCamerasTakeTurnsWithoutGaps() {
        Map<String, Long> sequences = new HashMap<>();
        for (long number = 0; number < 60; number++) {
            CameraFrame frame = frames.frame(number, NOON);
            Long last = sequences.put(frame.getCamera(), frame.getSequence());
            assertThat(frame.getSequence()).as("frame %s", number).isEqualTo(last == null ? 0 : last + 1);
        }
        assertThat(sequences).hasSize(FrameMaker.CAMERAS);
    }

    @Test
    void shouldGiveEachFrameAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (long number = 0; number < 500; number++) {
            ids.add(frames.frame(number, NOON).getId());
        }
        assertThat(ids).hasSize(500);
    }

    @Test
    void shouldGiveAllPixelsOfARawFrame() {
        CameraFrame frame = new FrameMaker(80).frame(3, NOON);
        assertThat(frame.getFormat()).isEqualTo(FrameFormat.Mono8);
        assertThat(frame.getWidth()).isEqualTo(80);
        assertThat(frame.getHeight()).isEqualTo(80);
        assertThat(frame.getBytes().remaining()).isEqualTo(80 * 80);
        assertThat(frame.getCapturedAt()).isEqualTo(NOON);
    }

    @Test
    void shouldGiveTheSamePictureForTheSameNumber() {
        assertThat(frames.frame(9, NOON)).isEqualTo(new FrameMaker(64).frame(9, NOON));
        assertThat(frames.frame(9, NOON).getBytes())
                .isNotEqualTo(frames.frame(10, NOON).getBytes());
    }

    @Test
    void shouldBeAnomalousToTheModelOneTimeInFifty() {
        try (Inspector inspector = Inspector.open(
                BlockModel.write(folder.resolve("model")), Engines.select("onnxruntime"), EngineOptions.DEFAULT)) {
            for (long number = 0; number < 100; number++) {
                CameraFrame frame = frames.frame(number, NOON);
                InspectionOutcome outcome = inspector.inspect(image(frame), inspector.settings());
                assertThat(outcome.anomalous()).as("frame %s", number).isEqualTo(number % 50 == 49);
                assertThat(outcome.anomalous()).isEqualTo(FrameMaker.anomalous(number));
                assertThat(outcome.score()).as("score of frame %s", number).isBetween(40.0, 250.0);
            }
        }
    }

    private static EncodedImage image(CameraFrame frame) {
        return new EncodedImage(PixelFormat.MONO8, frame.getWidth(), frame.getHeight(), 0, frame.getBytes());
    }

    @Test
    void shouldRefuseFramesTooSmallForASpot() {
        assertThatThrownBy(() -> new FrameMaker(15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("side 15");
    }
}
