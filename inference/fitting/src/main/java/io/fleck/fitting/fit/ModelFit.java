package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.Sha256;
import io.fleck.fitting.backbone.FeatureExtractor;
import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The steps of a fit: features, detector, calibration, graph, and the proof that the graph is the detector. */
public final class ModelFit {
    private static final int VERSION_DIGITS = 12;

    private final FitRequest request;
    private final FitListener listener;
    private final Clock clock;

    /**
     * Plans a fit.
     *
     * @param clock for the time in the model's provenance
     */
    public ModelFit(FitRequest request, FitListener listener, Clock clock) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Fits. The same pictures, settings and seed on the same engine give the same graph, byte for byte, on any number of
     * threads.
     *
     * @param name of the model, as results will carry it
     * @throws FitException when the pictures do not suffice or a setting does not fit them
     * @throws io.fleck.fitting.data.DataException when a picture cannot be read
     * @throws io.fleck.fitting.backbone.BackboneException when the backbone cannot be used
     * @throws InterruptedException when the thread was interrupted
     */
    public FittedModel run(String name) throws InterruptedException {
        try (Workers workers = new Workers(request.threads())) {
            FeatureGraph features = FeatureGraph.of(request.backbone(), request.grid(), request.engine(), workers);
            Features read = extract(features, workers);
            Calibrated calibrated = calibrate(read, workers);
            OnnxGraph graph = features.build();
            calibrated.detector().appendTo(graph);
            byte[] bytes = graph.toBytes();
            new GraphCheck(request, workers).check(bytes, calibrated.detector(), read);
            return new FittedModel(
                    manifest(name, features, calibrated, Sha256.of(bytes)),
                    bytes,
                    calibrated.calibrator(),
                    calibrated.fittedImages(),
                    graph.portabilityProblems());
        }
    }

    private Features extract(FeatureGraph graph, Workers workers) throws InterruptedException {
        listener.begin("reading features", request.images().size());
        try (FeatureExtractor extractor = new FeatureExtractor(graph, request.engine(), workers)) {
            return extractor.extract(request.images(), listener::step);
        }
    }

    private Calibrated calibrate(Features features, Workers workers) throws InterruptedException {
        listener.begin("fitting", HeldOut.fits(request.method()));
        return new HeldOut(request.recipe(), features, workers, listener::step)
                .run(request.method(), request.falseAlarmRate(), request.seed());
    }

    private ModelManifest manifest(String name, FeatureGraph features, Calibrated calibrated, String digest) {
        FeatureGraph.FrameInput input = features.input();
        ModelManifest.Calibration calibration = calibration(calibrated.calibrator());
        return new ModelManifest(
                ModelManifest.FORMAT,
                name,
                version(digest, calibration),
                ModelManifest.FRAMES,
                request.recipe().detector(),
                new ModelManifest.Input(input.tensor(), input.width(), input.height()),
                new ModelManifest.Outputs(FittedDetector.SCORE, FittedDetector.MAP),
                calibration,
                new ModelManifest.Backbone(
                        request.backbone().name(),
                        request.backbone().sha256(),
                        request.backbone().taps()),
                settings(),
                provenance(calibrated),
                digest);
    }

    private ModelManifest.Calibration calibration(ConformalCalibrator calibrator) {
        double rate = request.falseAlarmRate();
        return new ModelManifest.Calibration(
                request.method().label(), rate, calibrator.threshold(rate), calibrator.scores());
    }

    /** Digits of a digest over what decides a verdict: a refit that changes nothing keeps its version. */
    private static String version(String graph, ModelManifest.Calibration calibration) {
        String decisive = graph + " " + calibration.threshold() + " " + calibration.scores();
        return Sha256.of(decisive.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_DIGITS);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(request.recipe().settings());
        settings.put("grid", request.grid().toString());
        return settings;
    }

    private Map<String, String> provenance(Calibrated calibrated) {
        String version = Optional.ofNullable(ModelFit.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return Map.of(
                "images", String.valueOf(request.images().size()),
                "images_sha256", ImageDigest.of(request.images()),
                "fitted_images", String.valueOf(calibrated.fittedImages()),
                "calibration_images", String.valueOf(calibrated.calibrator().images()),
                "seed", String.valueOf(request.seed()),
                "engine", request.engine().name(),
                "fitted_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "fleck", version,
                "java", Runtime.version().toString());
    }
}
