package io.fleck.fitting.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.Sha256;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.frames.Pictures;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFitTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T03:02:01.5Z"), ZoneOffset.UTC);
    private static final EngineProvider ENGINE = Engines.select("onnxruntime");

    @TempDir
    private Path folder;

    private static Recipe recipe() {
        return Fitters.named("gaussian").configure(Map.of("components", "12"));
    }

    private static FitRequest request(List<LabelledImage> images, Recipe recipe, int threads) {
        Backbone backbone = Backbone.shipped().withTaps(List.of("tap2"));
        return new FitRequest(
                images, backbone, new Grid(4, 4), recipe, CalibrationMethod.FOLDS, 0.1, 3, ENGINE, threads);
    }

    private static FittedModel fit(FitRequest request) throws InterruptedException {
        return new ModelFit(request, FitListener.NONE, CLOCK).run("plates");
    }

    @Test
    void shouldWriteAModelThatSeesWhatTheGoodPicturesDoNotShow() throws Exception {
        List<LabelledImage> good = Pictures.surfaces(folder.resolve("good"), 40, 1);
        FittedModel fitted = fit(request(good, recipe(), 2));
        ModelPackage model =
                ModelPackage.load(fitted.write(folder.resolve("model")).directory());
        LabelledImage scratched = Pictures.grey(
                folder, "scratched", 64, 64, (x, y) -> Math.abs(x - y) < 3 ? 250 : 105 + (7 * x + 3 * y) % 12);
        List<LabelledImage> unseen = new ArrayList<>(Pictures.surfaces(folder.resolve("new"), 10, 2));
        unseen.add(scratched);
        double threshold =
                Objects.requireNonNull(model.manifest().calibration()).threshold();
        double[] scores = scores(model, unseen);

        assertThat(scores[10]).as("score of the scratch").isGreaterThan(threshold);
        assertThat(Arrays.stream(scores, 0, 10)
                        .filter(score -> score > threshold)
                        .count())
                .as("false alarms of 10")
                .isLessThanOrEqualTo(5);
        assertThat(fitted.portabilityProblems()).isEmpty();
    }

    private static double[] scores(ModelPackage model, List<LabelledImage> images) throws Exception {
        double[] scores = new double[images.size()];
        try (Workers workers = new Workers(1);
                FrameRunner runner = FrameRunner.open(Files.readAllBytes(model.graph()), ENGINE, workers)) {
            runner.run(
                    images,
                    (index, batch, item) -> scores[index] = batch.outputSlot(
                                    model.manifest().outputs().score(), item)
                            .asFloatBuffer()
                            .get(0));
        }
        return scores;
    }

    @Test
    void shouldDescribeTheModelInItsManifest() throws Exception {
        List<LabelledImage> good = Pictures.surfaces(folder, 25, 1);
        FittedModel fitted = fit(request(good, recipe(), 2));
        ModelManifest manifest = fitted.manifest();

        assertThat(manifest.name()).isEqualTo("plates");
        assertThat(manifest.kind()).isEqualTo("frames");
        assertThat(manifest.detector()).isEqualTo("gaussian");
        assertThat(manifest.input()).isEqualTo(new ModelManifest.Input("frames", 256, 256));
        assertThat(manifest.outputs()).isEqualTo(new ModelManifest.Outputs("score", "map"));
        assertThat(manifest.graphSha256()).isEqualTo(Sha256.of(fitted.graph()));
        assertThat(manifest.version()).matches("[0-9a-f]{12}");
        assertThat(manifest.backbone())
                .isEqualTo(new ModelManifest.Backbone(
                        "efficientnet-lite0", Backbone.shipped().sha256(), List.of("tap2")));
        assertThat(manifest.settings())
                .containsOnly(
                        Map.entry("subspace", "pca"),
                        Map.entry("components", "12"),
                        Map.entry("explained", "0.99"),
                        Map.entry("shrinkage", "0.01"),
                        Map.entry("context", "0"),
                        Map.entry("constants", "float32"),
                        Map.entry("grid", "4x4"));
        assertThat(manifest.provenance())
                .containsEntry("images", "25")
                .containsEntry("fitted_images", "25")
                .containsEntry("calibration_images", "25")
                .containsEntry("seed", "3")
                .containsEntry("engine", "onnxruntime")
                .containsEntry("fitted_at", "2026-05-04T03:02:01Z")
                .containsEntry("images_sha256", ImageDigest.of(good))
                .containsKeys("fleck", "java");
    }

    @Test
    void shouldCalibrateWithTheConformalRule() throws Exception {
        FittedModel fitted = fit(request(Pictures.surfaces(folder, 25, 1), recipe(), 2));
        ModelManifest.Calibration calibration =
                Objects.requireNonNull(fitted.manifest().calibration());

        assertThat(calibration.method()).isEqualTo("folds");
        assertThat(calibration.falseAlarmRate()).isEqualTo(0.1);
        assertThat(calibration.scores()).hasSize(25).isSorted();
        assertThat(calibration.threshold())
                .as("k = ceil(0.9 * 26) = 24")
                .isEqualTo(calibration.scores().get(23))
                .isEqualTo(ConformalCalibrator.of(calibration.scores()).threshold(0.1));
    }

    @Test
    void shouldRepeatByteForByteOnAnyNumberOfThreads() throws Exception {
        List<LabelledImage> good = Pictures.surfaces(folder, 22, 5);
        FittedModel one = fit(request(good, recipe(), 1));
        FittedModel four = fit(request(good, recipe(), 4));

        assertThat(four.manifest()).isEqualTo(one.manifest());
        assertThat(four.graph()).isEqualTo(one.graph());
    }

    @Test
    void shouldChangeTheDigestWithAnyPicture() {
        List<LabelledImage> images = Pictures.surfaces(folder, 3, 1);
        String before = ImageDigest.of(images);

        assertThat(ImageDigest.of(List.of(images.get(2), images.get(0), images.get(1))))
                .as("in another order")
                .isEqualTo(before);
        assertThat(ImageDigest.of(images.subList(0, 2))).as("without one").isNotEqualTo(before);
        Pictures.grey(folder, "part-001", 64, 64, (x, y) -> 3);
        assertThat(ImageDigest.of(images)).as("with one changed").isNotEqualTo(before);
    }

    @Test
    void shouldRefuseARateThatThePicturesCannotCertify() {
        List<LabelledImage> images = Pictures.surfaces(folder, 21, 1);

        assertThatThrownBy(() -> new FitRequest(
                        images,
                        Backbone.shipped(),
                        new Grid(4, 4),
                        recipe(),
                        CalibrationMethod.SPLIT,
                        0.01,
                        0,
                        ENGINE,
                        1))
                .isInstanceOf(FitException.class)
                .hasMessage("a false-alarm rate of 0.01 needs at least 109 good pictures with split calibration,"
                        + " there are 21");
    }

    @Test
    void shouldNotHandOutAGraphThatComputesSomethingElse() {
        List<LabelledImage> images = Pictures.surfaces(folder, 20, 1);

        assertThatThrownBy(() -> fit(request(images, new Falsified(recipe()), 2)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("the written graph scores part-")
                .hasMessageEndingWith("no model was written");
    }

    /** Its detectors score one per cent higher in Java than their graph does. */
    private record Falsified(Recipe honest) implements Recipe {
        @Override
        public String detector() {
            return honest.detector();
        }

        @Override
        public Map<String, String> settings() {
            return honest.settings();
        }

        @Override
        public Trainer prepare(Features features, List<int[]> parts, Workers workers) {
            Trainer trainer = honest.prepare(features, parts, workers);
            return chosen -> falsify(trainer.fit(chosen));
        }

        private static FittedDetector falsify(FittedDetector detector) {
            return new FittedDetector() {
                @Override
                public ScoreMap map(float[] features) {
                    ScoreMap map = detector.map(features);
                    float[] scores = map.scores().clone();
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] *= 1.01f;
                    }
                    return new ScoreMap(map.width(), map.height(), scores);
                }

                @Override
                public Grid grid() {
                    return detector.grid();
                }

                @Override
                public String appendSites(OnnxGraph graph) {
                    return detector.appendSites(graph);
                }
            };
        }
    }

    @Test
    void shouldStoreWhiteningsInHalfTheBytesWithNearlyTheSameScores() throws Exception {
        List<LabelledImage> good = Pictures.surfaces(folder, 20, 1);
        Recipe halves = Fitters.named("gaussian").configure(Map.of("components", "40", "constants", "float16"));
        Recipe floats = Fitters.named("gaussian").configure(Map.of("components", "40"));
        FittedModel small = fit(request(good, halves, 2));
        FittedModel large = fit(request(good, floats, 2));
        double[] smallScores = scores(small.write(folder.resolve("small")), good);
        double[] largeScores = scores(large.write(folder.resolve("large")), good);

        assertThat(large.graph().length - small.graph().length)
                .as("bytes saved: two of four for 16 sites of 40 x 40")
                .isCloseTo(2 * 16 * 40 * 40, within(500));
        for (int i = 0; i < smallScores.length; i++) {
            assertThat(smallScores[i]).as("score %s", i).isCloseTo(largeScores[i], within(2e-3 * largeScores[i]));
        }
    }
}
