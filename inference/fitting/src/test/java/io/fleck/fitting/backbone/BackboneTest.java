package io.fleck.fitting.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.Sha256;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.onnx.OnnxException;
import io.fleck.fitting.parallel.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneTest {
    @TempDir
    private Path folder;

    @Test
    void shouldShipEfficientNetLite0() {
        Backbone backbone = Backbone.shipped();

        assertThat(backbone.name()).isEqualTo("efficientnet-lite0");
        assertThat(backbone.taps()).containsExactly("tap2", "tap3", "tap4", "tap5");
        assertThat(backbone.sha256()).isEqualTo("1fd932d1af1466db2df2ec2262a7a5104af01c3ad60761fea6afd233cbb09e42");
        assertThat(backbone.tapped().portabilityProblems()).isEmpty();
    }

    @Test
    void shouldReproduceTheOriginalNetworksActivations() throws Exception {
        JsonNode index = new ObjectMapper().readTree(resource("golden/index.json"));
        List<LabelledImage> pictures = new ArrayList<>();
        for (JsonNode picture : index.get("pictures")) {
            String name = picture.get("picture").asText();
            Path file = Files.write(folder.resolve(name), resource("golden/" + name));
            pictures.add(new LabelledImage(name, file, "good", null, Split.EITHER));
        }
        List<Map<String, float[]>> found = taps(pictures);

        for (int i = 0; i < pictures.size(); i++) {
            compare(index, index.get("pictures").get(i), found.get(i));
        }
    }

    private static List<Map<String, float[]>> taps(List<LabelledImage> pictures) throws InterruptedException {
        Backbone backbone = Backbone.shipped();
        List<Map<String, float[]>> found = new ArrayList<>();
        pictures.forEach(picture -> found.add(new HashMap<>()));
        try (Workers workers = new Workers(1);
                FrameRunner runner =
                        FrameRunner.open(backbone.tapped().toBytes(), Engines.select("onnxruntime"), workers)) {
            runner.run(
                    pictures,
                    (picture, batch, item) -> backbone.taps().forEach(tap -> {
                        FloatBuffer values = batch.outputSlot(tap, item).asFloatBuffer();
                        float[] copy = new float[values.remaining()];
                        values.get(copy);
                        found.get(picture).put(tap, copy);
                    }));
        }
        return found;
    }

    private static void compare(JsonNode index, JsonNode picture, Map<String, float[]> found) throws IOException {
        int step = index.get("step").asInt();
        FloatBuffer golden = ByteBuffer.wrap(
                        resource("golden/" + picture.get("activations").asText()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        for (JsonNode tap : picture.get("taps")) {
            float[] values = Objects.requireNonNull(found.get(tap.get("tap").asText()));
            double tolerance =
                    index.get("tolerance").asDouble() * tap.get("std").asDouble();
            for (int i = 0; i < tap.get("count").asInt(); i++) {
                assertThat((double) values[i * step])
                        .as("%s of %s, value %s", tap.get("tap"), picture.get("picture"), i * step)
                        .isCloseTo(golden.get(tap.get("offset").asInt() + i), within(tolerance));
            }
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(BackboneTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void shouldCutBehindTheLastTap() {
        Backbone cut = Backbone.shipped().withTaps(List.of("tap2"));

        assertThat(cut.tapped().outputs()).containsExactly("tap2");
        assertThat(cut.tapped().toBytes().length)
                .as("bytes up to stage 2 of all six")
                .isLessThan(Backbone.shipped().tapped().toBytes().length / 10);
        assertThat(cut.sha256())
                .as("the file is the same")
                .isEqualTo(Backbone.shipped().sha256());
    }

    @Test
    void shouldTakeAFileWithItsOutputsOrNamedValuesAsTaps() throws IOException {
        byte[] bytes = TinyBackbone.bytes();
        Path file = Files.write(folder.resolve("tiny.onnx"), bytes);

        assertThat(Backbone.load(file, List.of()).taps()).containsExactly("coarse");
        assertThat(Backbone.load(file, List.of("fine", "coarse")).tapped().outputs())
                .containsExactly("fine", "coarse");
        assertThat(Backbone.load(file, List.of()).name()).isEqualTo("tiny");
        assertThat(Backbone.load(file, List.of()).sha256()).isEqualTo(Sha256.of(bytes));
    }

    @Test
    void shouldRefuseWhatItCannotTap() throws IOException {
        Path file = Files.write(folder.resolve("tiny.onnx"), TinyBackbone.bytes());
        Path text = Files.writeString(folder.resolve("text.onnx"), "text");

        assertThatThrownBy(() -> Backbone.load(file, List.of("deep")))
                .isInstanceOf(BackboneException.class)
                .hasMessageContaining("no value 'deep' in the graph");
        assertThatThrownBy(() -> Backbone.load(file, List.of("fine", "fine"))).hasMessageContaining("none twice");
        assertThatThrownBy(() -> Backbone.load(text, List.of()))
                .isInstanceOf(BackboneException.class)
                .hasCauseInstanceOf(OnnxException.class);
        assertThatThrownBy(() -> Backbone.load(folder.resolve("missing.onnx"), List.of()))
                .isInstanceOf(BackboneException.class)
                .hasMessageContaining("missing.onnx: cannot be read");
    }
}
