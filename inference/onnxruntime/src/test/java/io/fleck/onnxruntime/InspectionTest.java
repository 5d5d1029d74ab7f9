package io.fleck.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.batch.BatchObserver;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.BatchInspector;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Picture files through a model directory and ONNX Runtime, with a graph whose answer is known by hand. */
class InspectionTest {
    /** Brightness of the tile, one cell of 30 x 30 pixels a number. */
    private static final int[] GOOD = {40, 50, 60, 70, 80, 90};

    private static final int[] STAINED = {40, 20, 60, 30, 220, 30};

    @TempDir
    private Path directory = Path.of("");

    private ModelPackage model = new ModelPackage(directory, manifest(new byte[0]));

    @BeforeEach
    void writeModel() {
        byte[] graph = ContractGraphs.all().getOrDefault("grey.onnx", new byte[0]);
        model = ModelPackage.write(directory.resolve("grey"), manifest(graph), graph);
    }

    private static ModelManifest manifest(byte[] graph) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                "grey",
                "1",
                ModelManifest.FRAMES,
                "onnx",
                new ModelManifest.Input("frames", 3, 2),
                new ModelManifest.Outputs("score", "map"),
                new ModelManifest.Calibration("split", 0.2, 100, List.of(80.0, 90.0, 100.0, 100.0)),
                null,
                Map.of(),
                Map.of(),
                Sha256.of(graph));
    }

    @Test
    void shouldComputeAScoreKnownByHandFromARawFrame() {
        ByteBuffer pixels = ByteBuffer.wrap(new byte[] {3, 6, 9, 30, 60, 90, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        try (Inspector inspector = open()) {
            InspectionOutcome outcome = inspector.inspect(
                    new EncodedImage(PixelFormat.RGB8, 3, 2, 0, pixels), InspectionSettings.ofThreshold(59.5));
            assertThat(outcome.score()).isEqualTo(60);
            assertThat(outcome.map()).satisfies(map -> assertThat(map.scores()).containsExactly(6, 60, 0, 2, 5, 8));
            assertThat(outcome.mask()).satisfies(mask -> assertThat(mask.runs()).containsExactly(1, 1, 4));
            assertThat(outcome.pValue()).isEqualTo(OptionalDouble.of(1));
        }
    }

    @Test
    void shouldFindAStainInPictureFiles() throws IOException {
        try (Inspector inspector = open()) {
            for (PixelFormat format : List.of(PixelFormat.PNG, PixelFormat.JPEG)) {
                InspectionOutcome good = inspector.inspect(picture(format, GOOD), inspector.settings());
                InspectionOutcome stained = inspector.inspect(picture(format, STAINED), inspector.settings());

                assertThat(good.anomalous()).as("good %s", format).isFalse();
                assertThat(stained.anomalous()).as("stained %s", format).isTrue();
                assertThat(stained.pValue()).isEqualTo(OptionalDouble.of(0.2));
                assertThat(stained.regions()).singleElement().satisfies(region -> {
                    Rectangle bounds = region.bounds();
                    assertThat(bounds.x() + bounds.width() / 2)
                            .as("centre column")
                            .isBetween(43, 47);
                    assertThat(bounds.y() + bounds.height() / 2)
                            .as("centre row")
                            .isBetween(40, 50);
                    assertThat(region.peakScore()).isEqualTo(stained.score(), Offset.offset(1e-6));
                });
            }
        }
    }

    @Test
    void shouldNotSeeAStainOutsideTheRegionOfInterest() throws IOException {
        try (Inspector inspector = open()) {
            InspectionSettings top =
                    new InspectionSettings(100, new Rectangle(0, 0, 90, 30), null, DecodeLimits.DEFAULT);
            assertThat(inspector.inspect(picture(PixelFormat.PNG, STAINED), top).score())
                    .isBetween(50.0, 60.0);
            InspectionSettings outside =
                    new InspectionSettings(100, new Rectangle(0, 0, 91, 30), null, DecodeLimits.DEFAULT);
            EncodedImage picture = picture(PixelFormat.PNG, STAINED);
            assertThatExceptionOfType(DecodeException.class).isThrownBy(() -> inspector.inspect(picture, outside));
        }
    }

    @Test
    void shouldGiveTheSameScoresThroughTheBatcher() throws Exception {
        BatchPolicy policy = new BatchPolicy(4, Duration.ofMillis(5), 16, 2, 2, 3, Duration.ofSeconds(30));
        try (Inspector inspector = open();
                BatchInspector batcher = BatchInspector.open(
                        model,
                        Engines.select("auto"),
                        EngineOptions.DEFAULT,
                        policy,
                        new Callers(),
                        BatchObserver.NONE)) {
            List<CompletableFuture<InspectionOutcome>> batched = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                batched.add(
                        batcher.submit(BatchRequest.of("camera", new FrameRequest(drifting(i), inspector.settings()))));
            }
            for (int i = 0; i < 40; i++) {
                InspectionOutcome outcome = batched.get(i).get(30, TimeUnit.SECONDS);
                InspectionOutcome single = inspector.inspect(drifting(i), inspector.settings());
                assertThat(outcome.score()).as("score of frame %d", i).isEqualTo(single.score());
                assertThat(outcome.regions()).as("regions of frame %d", i).isEqualTo(single.regions());
            }
        }
    }

    private static EncodedImage drifting(int i) throws IOException {
        int[] cells = GOOD.clone();
        cells[i % cells.length] += 4 * i;
        return picture(PixelFormat.PNG, cells);
    }

    private Inspector open() {
        return Inspector.open(ModelPackage.load(model.directory()), Engines.select("auto"), EngineOptions.DEFAULT);
    }

    /** 90 x 60 pixels of six plain cells. */
    private static EncodedImage picture(PixelFormat format, int[] cells) throws IOException {
        BufferedImage image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < cells.length; i++) {
            graphics.setColor(new Color(cells[i], cells[i], cells[i]));
            graphics.fillRect(30 * (i % 3), 30 * (i / 3), 30, 30);
        }
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format.name(), file))
                .as("a writer of %s among %s", format, Arrays.toString(ImageIO.getWriterFormatNames()))
                .isTrue();
        return EncodedImage.file(format, ByteBuffer.wrap(file.toByteArray()));
    }
}
