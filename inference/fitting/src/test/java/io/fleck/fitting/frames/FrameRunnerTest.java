package io.fleck.fitting.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.engine.Engines;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRunnerTest {
    @TempDir
    private Path folder;

    /** The mean level of a frame. */
    private static byte[] mean(ElementType type, int channels) {
        OnnxGraph graph = OnnxGraph.empty("mean");
        String frames = graph.input("frames", type, 6, 8, channels);
        String floats = type == ElementType.FLOAT32 ? frames : graph.cast("floats", frames, ElementType.FLOAT32);
        String flat = graph.add("Flatten", "flat", List.of(floats));
        graph.output("mean", graph.reduce("ReduceMean", "reduced", flat, 1));
        return graph.toBytes();
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 4})
    void shouldGiveEveryPictureItsOwnResult(int threads) throws InterruptedException {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            int level = 5 * i;
            images.add(Pictures.grey(folder, "p" + i, 16 + i, 12, (x, y) -> level));
        }
        double[] means = new double[images.size()];
        try (Workers workers = new Workers(threads);
                FrameRunner runner =
                        FrameRunner.open(mean(ElementType.UINT8, 3), Engines.select("onnxruntime"), workers)) {
            runner.run(
                    images,
                    (index, batch, item) -> means[index] +=
                            batch.outputSlot("mean", item).asFloatBuffer().get(0));

            assertThat(runner.width()).isEqualTo(8);
            assertThat(runner.height()).isEqualTo(6);
            assertThat(runner.input()).isEqualTo("frames");
        }
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).as("mean of picture %s, added once", i).isCloseTo(5.0 * i, within(1e-4));
        }
    }

    @Test
    void shouldNameThePictureThatCannotBeRead() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.png"), "not a picture");
        List<LabelledImage> images = List.of(
                Pictures.grey(folder, "fine", 8, 8, (x, y) -> 1),
                new LabelledImage("notes.png", text, "good", null, Split.EITHER));
        try (Workers workers = new Workers(2);
                FrameRunner runner =
                        FrameRunner.open(mean(ElementType.UINT8, 3), Engines.select("onnxruntime"), workers)) {
            assertThatThrownBy(() -> runner.run(images, (index, batch, item) -> {}))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(text + ": ");
        }
    }

    @Test
    void shouldRefuseAGraphThatTakesNoFrames() {
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() ->
                            FrameRunner.open(mean(ElementType.FLOAT32, 3), Engines.select("onnxruntime"), workers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must take frames as uint8 [B, height, width, 3]");
            assertThatThrownBy(
                            () -> FrameRunner.open(mean(ElementType.UINT8, 1), Engines.select("onnxruntime"), workers))
                    .hasMessageContaining("must take frames");
        }
    }
}
