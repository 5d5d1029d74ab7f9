package io.fleck.training.wafer;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.wafer.LabelledWafer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a graph that is not part of a model yet. */
final class GraphFile {
    private GraphFile() {}

    /** An output a wafer, in their order. */
    static List<WaferNetwork.Output> run(
            byte[] graph, int resolution, int views, EngineProvider engine, List<LabelledWafer> wafers) {
        List<DieGrid> grids = wafers.stream().map(LabelledWafer::dies).toList();
        try {
            Path file = Files.createTempFile("fleck-wafers", ".onnx");
            try {
                Files.write(file, graph);
                try (WaferNetwork<DieGrid> network = WaferNetwork.ofDies(file, resolution, views, engine)) {
                    return network.run(grids);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new FitException("a graph cannot be written to the temporary folder: " + e.getMessage(), e);
        }
    }
}
