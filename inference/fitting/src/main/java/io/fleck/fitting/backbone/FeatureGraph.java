package io.fleck.fitting.backbone;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a graph from pixels to features: every tap averaged over 3 x 3 neighbours (zeros beyond the edge count, as
 * in PatchCore), brought to one grid by bilinear interpolation, and joined channel by channel. Fitting reads its features
 * from this graph and every fitted model contains it, so both see the same numbers.
 */
public final class FeatureGraph {
    /** Name of the features in the graph, float32 [B, channels, rows, columns]. */
    public static final String FEATURES = "features";

    private final Backbone backbone;
    private final Grid grid;
    private final List<TensorSpec> taps;
    private final FrameInput input;

    private FeatureGraph(Backbone backbone, Grid grid, List<TensorSpec> taps, FrameInput input) {
        this.backbone = backbone;
        this.grid = grid;
        this.taps = taps;
        this.input = input;
    }

    /**
     * What the graph takes.
     *
     * @param tensor name of the input
     * @param width pixels
     * @param height pixels
     */
    public record FrameInput(String tensor, int width, int height) {}

    /**
     * Plans the graph; the engine tells the shapes of the taps.
     *
     * @throws BackboneException when the backbone takes no frames, or a tap is no feature map
     */
    public static FeatureGraph of(Backbone backbone, Grid grid, EngineProvider provider, Workers workers) {
        try (FrameRunner runner = FrameRunner.open(backbone.tapped().toBytes(), provider, workers)) {
            ModelSpec spec = runner.spec();
            List<TensorSpec> taps = backbone.taps().stream().map(spec::output).toList();
            taps.forEach(tap -> requireFeatureMap(backbone, tap));
            FrameInput input = new FrameInput(runner.input(), runner.width(), runner.height());
            return new FeatureGraph(backbone, grid, taps, input);
        } catch (EngineUnavailableException e) {
            throw e;
        } catch (IllegalArgumentException | InferenceException e) {
            throw new BackboneException("backbone " + backbone.name() + ": " + e.getMessage(), e);
        }
    }

    private static void requireFeatureMap(Backbone backbone, TensorSpec tap) {
        if (tap.type() != TensorType.FLOAT32 || tap.item().size() != 3) {
            throw new BackboneException("backbone " + backbone.name() + ": tap " + tap.name() + " is " + tap.type()
                    + " [B, " + tap.item() + "]; it must be FLOAT32 [B, channels, rows, columns]");
        }
    }

    /** The backbone inside. */
    public Backbone backbone() {
        return backbone;
    }

    /** Sites of the features. */
    public Grid grid() {
        return grid;
    }

    /** Channels of the features. */
    public int channels() {
        return taps.stream().mapToInt(tap -> tap.item().get(0)).sum();
    }

    /** What the graph takes. */
    public FrameInput input() {
        return input;
    }

    /** A graph of its own to build on: it has a value {@link #FEATURES} and no output but that. */
    public OnnxGraph build() {
        OnnxGraph graph = backbone.tapped();
        List<String> gridded = new ArrayList<>();
        taps.forEach(tap -> gridded.add(onGrid(graph, tap)));
        String joined = graph.add("Concat", "features.joined", gridded, Attribute.of("axis", 1));
        graph.output(FEATURES, joined, channels(), grid.rows(), grid.columns());
        graph.outputs(List.of(FEATURES));
        return graph;
    }

    private String onGrid(OnnxGraph graph, TensorSpec tap) {
        String pooled = graph.add(
                "AveragePool",
                tap.name() + ".pooled",
                List.of(tap.name()),
                Attribute.of("kernel_shape", new long[] {3, 3}),
                Attribute.of("pads", new long[] {1, 1, 1, 1}),
                Attribute.of("count_include_pad", 1));
        int rows = tap.item().get(1);
        int columns = tap.item().get(2);
        if (rows == grid.rows() && columns == grid.columns()) {
            return pooled;
        }
        float[] scales = {1, 1, scale(rows, grid.rows()), scale(columns, grid.columns())};
        return graph.add(
                "Resize",
                tap.name() + ".resized",
                List.of(pooled, "", graph.floats(tap.name() + ".scales", scales, 4)),
                Attribute.of("mode", "linear"),
                Attribute.of("coordinate_transformation_mode", "half_pixel"));
    }

    /** Runtimes make floor(from * scale) sites of it: the quotient, or the next float where rounding falls below. */
    private static float scale(int from, int to) {
        float scale = (float) to / from;
        return Math.floor(from * scale) < to ? Math.nextUp(scale) : scale;
    }
}
