package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleck.avro.AnomalyMask;
import io.fleck.avro.FrameFormat;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelPackage;
import io.fleck.fitting.Fitters;
import io.fleck.fitting.backbone.Backbone;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.data.DataSet;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.Evaluator;
import io.fleck.fitting.evaluation.ScoredImage;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.ModelFit;
import io.fleck.stream.reconcile.OutcomeReader;
import io.fleck.stream.reconcile.Outcomes;
import io.fleck.stream.topics.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real pictures of magnetic tiles through a fitted model, a real broker and a real registry. */
final class TileStreamIT {
    private static final int FITTED = 60;
    private static final int STREAMED = 200;

    @TempDir
    private Path folder;

    private static DataSet tiles() {
        Path tiles = Path.of(System.getProperty("fleck.data", "../shared/data"), "magnetic-tile");
        assumeTrue(Files.isDirectory(tiles), "skipped: no magnetic-tile pictures under -Dfleck.data");
        return DataSet.open(tiles);
    }

    private ModelPackage fit(List<LabelledImage> good, EngineProvider engine) throws InterruptedException {
        FitRequest request = new FitRequest(
                good,
                Backbone.shipped(),
                new Grid(16, 16),
                Fitters.named("gaussian").configure(Map.of()),
                CalibrationMethod.SPLIT,
                0.1,
                1,
                engine,
                2);
        return new ModelFit(request, FitListener.NONE, Clock.systemUTC())
                .run("tiles")
                .write(folder.resolve("model"));
    }

    @Test
    void shouldGiveEveryTileOneResultWithTheScoreOfAnEvaluation() throws Exception {
        List<LabelledImage> images = new ArrayList<>(tiles().images());
        Collections.shuffle(images, new Random(7));
        List<LabelledImage> good =
                images.stream().filter(LabelledImage::good).limit(FITTED).toList();
        Set<LabelledImage> fitted = new HashSet<>(good);
        List<LabelledImage> others = images.stream()
                .filter(image -> !fitted.contains(image))
                .limit(STREAMED)
                .toList();
        EngineProvider engine = Engines.select("onnxruntime");
        ModelPackage model = fit(good, engine);
        List<ScoredImage> evaluated = evaluate(model, engine, others);
        try (LocalCluster cluster = LocalCluster.start(ClusterOptions.defaults());
                Line line = new Line(cluster, "tiles", folder)) {
            stream(cluster, line, evaluated);
        }
    }

    private static List<ScoredImage> evaluate(ModelPackage model, EngineProvider engine, List<LabelledImage> images)
            throws InterruptedException {
        try (Inspector inspector = Inspector.open(model, engine, EngineOptions.DEFAULT.withWorkers(2))) {
            return new Evaluator(model.manifest(), frame -> inspector.inspect(frame, inspector.settings()), 2)
                    .evaluate(images, () -> {})
                    .images();
        }
    }

    private static void stream(LocalCluster cluster, Line line, List<ScoredImage> expected) throws Exception {
        try (FleckApp app = line.start(line.settings())) {
            for (int i = 0; i < expected.size(); i++) {
                byte[] picture = Files.readAllBytes(expected.get(i).image().file());
                line.send(
                        Line.frame("cam-" + i % 3, i, FrameFormat.JPEG, picture).build());
            }
            line.await(Topic.RESULTS, expected.size());
            assertThat(app.failure()).isEmpty();
        }
        assertOneResultEach(cluster, line, expected);
        assertScores(line, expected);
        assertMasks(line, expected);
    }

    private static void assertOneResultEach(LocalCluster cluster, Line line, List<ScoredImage> expected) {
        Map<String, String> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (OutcomeReader reader = OutcomeReader.open(settings, line.topics(), line.codec)) {
            Outcomes outcomes = reader.readToEnd();
            assertThat(outcomes.reconciles(STREAMED))
                    .as("one outcome an input: %s", outcomes)
                    .isTrue();
            assertThat(outcomes.deadLetters()).isZero();
            assertThat(outcomes.reordered()).isZero();
            assertThat(outcomes.masks())
                    .as("a mask an anomaly")
                    .isEqualTo(outcomes.anomalies())
                    .isEqualTo(expected.stream().filter(ScoredImage::anomalous).count());
        }
    }

    private static void assertScores(Line line, List<ScoredImage> expected) {
        List<InspectionResult> results = line.decode(InspectionResult.class, line.read(Topic.RESULTS));
        assertThat(results).hasSize(STREAMED);
        for (InspectionResult result : results) {
            ScoredImage image = expected.get(Math.toIntExact(result.getSequence()));
            assertThat(result.getScore())
                    .as("score of %s", image.image().name())
                    .isCloseTo(image.score(), within(1e-6));
            assertThat(result.getVerdict())
                    .as("verdict of %s", image.image().name())
                    .isEqualTo(image.anomalous() ? Verdict.ANOMALY : Verdict.OK);
        }
    }

    private static void assertMasks(Line line, List<ScoredImage> expected) {
        List<AnomalyMask> masks = line.decode(AnomalyMask.class, line.read(Topic.MASKS));
        assertThat(masks).as("some tiles are defective").isNotEmpty().allSatisfy(mask -> {
            assertThat(mask.getRuns()).as("mask of %s", mask.getEventId()).hasSizeGreaterThan(1);
            assertThat(mask.getRuns().stream().mapToLong(Integer::longValue).sum())
                    .isEqualTo((long) mask.getWidth() * mask.getHeight());
        });
        long defective = expected.stream()
                .filter(image -> image.anomalous() && !image.image().good())
                .count();
        assertThat(defective).as("defective tiles that were found").isGreaterThan(10);
    }
}
