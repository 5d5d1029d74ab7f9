package io.fleck.load.wafers;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.model.Sha256;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.NoveltyGate;
import io.fleck.core.wafer.WaferGraph;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.core.wafer.grid.DieTensors;
import io.fleck.core.wafer.grid.SparseGrid;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.wafer.PatternSpace;
import io.fleck.load.wafers.MadeWafers.Shows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model of die grids in closed form, calibrated like any other: its latent embedding is the part of failing dies in the
 * middle, between, and at the edge of a wafer, its classes are none and Center, and it has never seen a ring.
 */
final class ZoneModel {
    private static final List<String> CLASSES = List.of("none", "Center");
    private static final int SIDE = 24;
    private static final int HALF = SIDE / 2;
    private static final int CELLS = HALF * HALF;
    private static final int ZONES = 3;
    private static final int EACH = 300;
    private static final double RATE = 0.01;

    private ZoneModel() {}

    /** Writes it, calibrated on wafers that it makes up. */
    static ModelPackage write(Path directory, EngineProvider engine) {
        byte[] graph = graph();
        WaferSettings raw = new WaferSettings(CLASSES, SIDE, 1, 0.5, List.of(List.of(0.0), List.of(0.0)), enough());
        ModelPackage uncalibrated = ModelPackage.write(directory.resolveSibling("raw"), manifest(graph, raw), graph);
        try (WaferNetwork<DieGrid> network = WaferNetwork.ofDies(uncalibrated.graph(), SIDE, 1, engine)) {
            return ModelPackage.write(directory, manifest(graph, calibrated(network)), graph);
        }
    }

    private static Map<String, List<Double>> enough() {
        return Map.of("none", List.of(0.0, 1.0));
    }

    private static ModelManifest manifest(byte[] graph, WaferSettings settings) {
        return new ModelManifest(
                ModelManifest.FORMAT,
                "zones",
                "1",
                ModelManifest.WAFER_DIES,
                "zones",
                new ModelManifest.Input(WaferGraph.FEATURES, SIDE, SIDE),
                new ModelManifest.Outputs(WaferGraph.LOGITS, null),
                null,
                null,
                Map.of(),
                Map.of(),
                Sha256.of(graph),
                settings);
    }

    private record Known(String signature, WaferNetwork.Output output) {}

    private static WaferSettings calibrated(WaferNetwork<DieGrid> network) {
        MadeWafers wafers = new MadeWafers(1);
        List<Known> ranked = known(network, wafers);
        List<Known> judged = known(network, wafers);
        List<List<Double>> ranks = IntStream.range(0, WaferGraph.SCORES)
                .mapToObj(score -> ranked.stream()
                        .map(wafer -> (double) wafer.output().novelty()[score])
                        .sorted()
                        .toList())
                .toList();
        List<ConformalCalibrator> calibrators =
                ranks.stream().map(ConformalCalibrator::of).toList();
        Map<String, List<Double>> novelty = new HashMap<>();
        for (Known wafer : judged) {
            novelty.computeIfAbsent(wafer.signature(), name -> new ArrayList<>())
                    .add(NoveltyGate.combined(calibrators, wafer.output().novelty()));
        }
        novelty.replaceAll((name, scores) -> scores.stream().sorted().toList());
        WaferSettings settings = new WaferSettings(CLASSES, SIDE, 1, RATE, ranks, novelty);
        NoveltyGate gate = NoveltyGate.of(settings);
        return settings.withPatterns(
                PatternSpace.of(placed(gate, ranked), placed(gate, judged), 1).orElseThrow());
    }

    private static List<Known> known(WaferNetwork<DieGrid> network, MadeWafers wafers) {
        List<Known> known = new ArrayList<>();
        known.addAll(known(network, "none", wafers, Shows.NONE));
        known.addAll(known(network, "Center", wafers, Shows.CENTER));
        return known;
    }

    private static List<Known> known(WaferNetwork<DieGrid> network, String signature, MadeWafers wafers, Shows shows) {
        List<DieGrid> grids =
                IntStream.range(0, EACH).mapToObj(i -> wafers.next(shows)).toList();
        return network.run(grids).stream()
                .map(output -> new Known(signature, output))
                .toList();
    }

    private static List<PatternSpace.Wafer> placed(NoveltyGate gate, List<Known> wafers) {
        return wafers.stream()
                .map(wafer -> new PatternSpace.Wafer(
                        wafer.signature(),
                        gate.novel(
                                wafer.signature(),
                                gate.judge(wafer.signature(), wafer.output().novelty())),
                        wafer.output().latent()))
                .toList();
    }

    private static byte[] graph() {
        OnnxGraph graph = OnnxGraph.empty("zones");
        graph.inputOf(WaferGraph.SITES, WaferGraph.FEATURES, ElementType.FLOAT32, DieTensors.FEATURES);
        graph.inputOf(WaferGraph.SITES, WaferGraph.NEIGHBOURS, ElementType.INT32, SparseGrid.NEIGHBOURS);
        graph.input(WaferGraph.CHILDREN, ElementType.INT32, 1, CELLS, SparseGrid.CHILDREN);
        String context = graph.input(WaferGraph.CONTEXT, ElementType.FLOAT32, 1, DieTensors.CONTEXT, HALF, HALF);
        int all = DieTensors.CONTEXT * CELLS;
        String flat = graph.add("Reshape", "flat", List.of(context, graph.longs("flat.shape", -1, all)));
        String zones = graph.add("MatMul", "zones", List.of(flat, graph.floats("zones.weight", zones(), all, ZONES)));
        // Center from a third of the middle on; an edge that fails is what no known wafer has.
        String classes = graph.floats("classes.weight", new float[] {0, 60, 0, 0, 0, 0}, ZONES, CLASSES.size());
        String bias = graph.floats("classes.bias", new float[] {0, -20}, CLASSES.size());
        String product = graph.add("MatMul", "classes", List.of(zones, classes));
        String odd = graph.floats("odd.weight", new float[] {0, 0, 0, 0, 1, 1}, ZONES, WaferGraph.SCORES);
        graph.output(WaferGraph.LOGITS, graph.add("Add", "scores", List.of(product, bias)), CLASSES.size());
        graph.output(WaferGraph.LATENT, zones, ZONES);
        graph.output(WaferGraph.NOVELTY, graph.add("MatMul", "odd", List.of(zones, odd)), WaferGraph.SCORES);
        return graph.toBytes();
    }

    /** Weights of the first plane of the context, failing dies, that give a mean a zone. */
    private static float[] zones() {
        int[] zone = new int[CELLS];
        int[] cells = new int[ZONES];
        for (int i = 0; i < CELLS; i++) {
            double radius = MadeWafers.radius(i / HALF, i % HALF, HALF);
            zone[i] = radius < 0.4 ? 0 : radius < 0.7 ? 1 : 2;
            cells[zone[i]]++;
        }
        float[] weights = new float[DieTensors.CONTEXT * CELLS * ZONES];
        for (int i = 0; i < CELLS; i++) {
            weights[i * ZONES + zone[i]] = 1f / cells[zone[i]];
        }
        return weights;
    }
}
