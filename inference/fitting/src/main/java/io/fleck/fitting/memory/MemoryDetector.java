package io.fleck.fitting.memory;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.Context;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.projection.Projection;
import java.util.List;

/** Distance of every site to the nearest remembered one, smoothed, and some of the picture's mean distance. */
final class MemoryDetector implements FittedDetector {
    private final Grid grid;
    private final Projection whitening;
    private final MemoryBank bank;
    private final Context context;

    MemoryDetector(Grid grid, Projection whitening, MemoryBank bank, Context context) {
        this.grid = grid;
        this.whitening = whitening;
        this.bank = bank;
        this.context = context;
    }

    @Override
    public ScoreMap map(float[] features) {
        float[] distances = bank.distances(whitening.apply(features));
        return new ScoreMap(grid.columns(), grid.rows(), context.addTo(Smoothing.of(distances, grid)));
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public String appendSites(OnnxGraph graph) {
        String smooth = Smoothing.append(graph, distances(graph, whitening.appendTo(graph)));
        String sites =
                graph.add("Reshape", "memory.sites", List.of(smooth, graph.longs("memory.shape", 0, grid.sites())));
        return context.append(graph, sites, grid.sites());
    }

    /** [B, 1, rows, columns]. The bank is one 1 x 1 convolution with a channel a remembered site. */
    private String distances(OnnxGraph graph, String vectors) {
        String weights = graph.floats("memory.bank", bank.doubled(), bank.size(), bank.components(), 1, 1);
        String offsets = graph.floats("memory.offsets", bank.offsets(), bank.size());
        String products = graph.add("Conv", "memory.products", List.of(vectors, weights, offsets));
        String nearest = graph.reduce("ReduceMax", "memory.nearest", products, 1);
        String squares = graph.add("Mul", "memory.squares", List.of(vectors, vectors));
        String lengths = graph.reduce("ReduceSum", "memory.lengths", squares, 1);
        String squared = graph.add("Sub", "memory.difference", List.of(lengths, nearest));
        String part = graph.floats("memory.part", new float[] {MemoryBank.LEAST}, 1);
        String least = graph.add("Mul", "memory.least", List.of(lengths, part));
        String bounded = graph.add("Max", "memory.squared", List.of(squared, least));
        String distances = graph.add("Sqrt", "memory.distances", List.of(bounded));
        String shape = graph.longs("memory.channel", 0, 1, grid.rows(), grid.columns());
        return graph.add("Reshape", "memory.channelled", List.of(distances, shape));
    }
}
