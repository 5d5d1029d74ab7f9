package io.fleck.training.wafer;

import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.Sha256;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.WaferGraph;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.mixture.Embedding;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.fitting.wafer.DieGraph;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.WaferHead;
import io.fleck.fitting.wafer.WaferSplit;
import io.fleck.fitting.wafer.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * From labelled wafers to a model: training, the correction of the logits, the mixture, calibration. Everything behind
 * the training is computed with the written graph, so that what was calibrated is what runs.
 */
public final class WaferFit {
    /** Share of every class for validation, and as much again for calibration. */
    static final double HELD_OUT = 0.125;

    private static final int VERSION_DIGITS = 12;
    private static final int CHECKPOINT_STEPS = 100;
    private static final int SCORE_STEPS = 500;

    private final WaferFitRequest request;
    private final FitListener listener;
    private final Clock clock;
    private final List<String> classes;
    private final DieArchitecture architecture;
    private final WaferSplit split;

    /**
     * Plans a fit.
     *
     * @param clock for the time in the model's provenance
     */
    public WaferFit(WaferFitRequest request, FitListener listener, Clock clock) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.classes = request.classes();
        this.architecture = DieArchitecture.standard(classes.size());
        this.split = WaferSplit.of(
                request.wafers(), HELD_OUT, HELD_OUT, request.settings().seed());
    }

    /**
     * Trains and calibrates.
     *
     * @param name of the model, as results will carry it
     * @throws io.fleck.fitting.data.DataException when the checkpoint cannot be used
     * @throws FitException when there are too few wafers
     * @throws InterruptedException when the thread was interrupted; the checkpoint then holds what was done
     */
    public FittedWafers run(String name) throws InterruptedException {
        LearningCurve curve = new LearningCurve();
        TrainingSet data = TrainingSet.of(split.rest(), classes, architecture.resolution());
        try (DieTraining training = new DieTraining(architecture, request.settings(), data)) {
            train(training, curve);
            FittedWafers fitted = calibrated(name, training.average(), training.priorCorrection(), curve);
            Files.deleteIfExists(request.checkpoint());
            return fitted;
        } catch (IOException e) {
            throw new FitException("checkpoint " + request.checkpoint() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void train(DieTraining training, LearningCurve curve) throws IOException, InterruptedException {
        String fingerprint = fingerprint();
        if (request.resume() && Files.exists(request.checkpoint())) {
            training.restore(Checkpoint.read(request.checkpoint(), fingerprint));
        }
        listener.begin("training", request.settings().steps());
        for (int i = 0; i < training.done(); i++) {
            listener.step();
        }
        while (training.unfinished()) {
            double loss = training.step();
            curve.loss(training.done(), loss);
            listener.step();
            boolean interrupted = Thread.interrupted();
            if (interrupted || training.done() % CHECKPOINT_STEPS == 0) {
                training.checkpoint().write(request.checkpoint(), fingerprint);
            }
            if (interrupted) {
                throw new InterruptedException("training interrupted after " + training.done() + " steps");
            }
            if (training.done() % SCORE_STEPS == 0) {
                curve.score(training.done(), validated(training).macroF1());
            }
        }
    }

    /** With one view: a look on the way, not a result. */
    private Decision validated(DieTraining training) {
        byte[] graph = new DieGraph(architecture, training.average(), 1).plain().toBytes();
        List<WaferNetwork.Output> outputs = run(graph, 1, split.first());
        return Decision.of(classes, split.first(), outputs, training.priorCorrection());
    }

    private List<WaferNetwork.Output> run(byte[] graph, int views, List<LabelledWafer> wafers) {
        return GraphFile.run(graph, architecture.resolution(), views, request.engine(), wafers);
    }

    private FittedWafers calibrated(String name, Weights weights, double[] correction, LearningCurve curve) {
        listener.begin("calibrating", 4);
        SplittableRandom random = new SplittableRandom(request.settings().seed());
        byte[] plain =
                new DieGraph(architecture, weights, request.views()).plain().toBytes();
        Decision decision = Decision.of(classes, split.first(), run(plain, request.views(), split.first()), correction);
        listener.step();
        List<float[]> latents = run(plain, request.views(), Novelties.sample(split.rest(), random.split())).stream()
                .map(WaferNetwork.Output::latent)
                .toList();
        listener.step();
        Embedding embedding = Novelties.embedding(latents);
        WaferHead head = new WaferHead(
                Decision.scaled(correction, decision.part()),
                embedding,
                Novelties.mixture(embedding, latents, random.split()));
        listener.step();
        OnnxGraph graph = new DieGraph(architecture, weights, request.views()).with(head);
        WaferSettings settings = settings(graph.toBytes());
        listener.step();
        return new FittedWafers(
                manifest(name, graph.toBytes(), settings, decision),
                graph.toBytes(),
                decision.macroF1(),
                new FittedWafers.Counts(
                        split.rest().size(),
                        split.first().size(),
                        split.second().size()),
                curve,
                graph.portabilityProblems());
    }

    private WaferSettings settings(byte[] graph) {
        List<WaferNetwork.Output> validation = run(graph, request.views(), split.first());
        List<WaferNetwork.Output> calibration = run(graph, request.views(), split.second());
        List<List<Double>> ranks = Novelties.ranks(validation);
        WaferSettings settings = new WaferSettings(
                classes,
                architecture.resolution(),
                request.views(),
                request.falseNovelRate(),
                ranks,
                Novelties.byClass(classes, ranks, calibration));
        return Patterns.space(
                        settings,
                        split.first(),
                        validation,
                        calibration,
                        request.settings().seed())
                .map(settings::withPatterns)
                .orElse(settings);
    }

    private ModelManifest manifest(String name, byte[] graph, WaferSettings settings, Decision decision) {
        String digest = Sha256.of(graph);
        Map<String, String> parameters = new HashMap<>(request.settings().byName());
        parameters.put("prior-correction", String.valueOf(decision.part()));
        return new ModelManifest(
                ModelManifest.FORMAT,
                name,
                Sha256.of((digest + settings).getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_DIGITS),
                ModelManifest.WAFER_DIES,
                "wafer-hybrid",
                new ModelManifest.Input(WaferGraph.FEATURES, architecture.resolution(), architecture.resolution()),
                new ModelManifest.Outputs(WaferGraph.LOGITS, null),
                null,
                null,
                parameters,
                provenance(),
                digest,
                settings);
    }

    private Map<String, String> provenance() {
        return Map.of(
                "wafers", String.valueOf(request.wafers().size()),
                "wafers_sha256", waferDigest(),
                "training_wafers", String.valueOf(split.rest().size()),
                "validation_wafers", String.valueOf(split.first().size()),
                "calibration_wafers", String.valueOf(split.second().size()),
                "seed", String.valueOf(request.settings().seed()),
                "engine", request.engine().name(),
                "fitted_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "java", Runtime.version().toString());
    }

    private String waferDigest() {
        StringBuilder lines = new StringBuilder();
        request.wafers().stream()
                .map(wafer -> wafer.id() + "\t" + wafer.label() + "\t"
                        + Sha256.of(wafer.dies().dies()) + "\n")
                .sorted()
                .forEach(lines::append);
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String fingerprint() {
        return waferDigest() + " " + architecture + " " + request.settings();
    }
}
