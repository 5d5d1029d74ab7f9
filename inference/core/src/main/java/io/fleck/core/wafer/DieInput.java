package io.fleck.core.wafer;

import io.fleck.core.engine.TensorBatch;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.core.wafer.grid.DieTensors;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/** Die grids as their network reads them, every wafer seen from several sides. */
final class DieInput implements WaferInput<DieGrid> {
    /** Turned by 0, 180, and mirrored along either diagonal's axis: what the averaged views of the pilot were. */
    private static final int[] ORDER = {0, 3, 5, 6, 1, 2, 4, 7};

    private final int side;
    private final int views;

    DieInput(int side, int views) {
        this.side = side;
        this.views = views;
    }

    @Override
    public String kind() {
        return ModelManifest.WAFER_DIES;
    }

    @Override
    public void fill(List<DieGrid> wafers, TensorBatch batch) {
        List<DieTensors> tensors = new ArrayList<>(wafers.size() * views);
        for (DieGrid wafer : wafers) {
            DieCanvas canvas = DieCanvas.of(wafer, side);
            for (int view = 0; view < views; view++) {
                tensors.add(DieTensors.of(canvas.seen(ORDER[view])));
            }
        }
        batch.size(wafers.size());
        batch.rows(WaferGraph.SITES, sites(tensors));
        put(tensors, batch);
    }

    /** At least one, which no wafer reads: an engine need not know tables without rows. */
    private static int sites(List<DieTensors> tensors) {
        return Math.max(1, tensors.stream().mapToInt(DieTensors::sites).sum());
    }

    private static void put(List<DieTensors> tensors, TensorBatch batch) {
        FloatBuffer features = batch.input(WaferGraph.FEATURES).asFloatBuffer();
        IntBuffer neighbours = batch.input(WaferGraph.NEIGHBOURS).asIntBuffer();
        IntBuffer children = batch.input(WaferGraph.CHILDREN).asIntBuffer();
        FloatBuffer context = batch.input(WaferGraph.CONTEXT).asFloatBuffer();
        int before = 0;
        for (DieTensors wafer : tensors) {
            wafer.putFeatures(features);
            wafer.putNeighbours(neighbours, before);
            wafer.putChildren(children, before);
            wafer.putContext(context);
            before += wafer.sites();
        }
        clear(features, neighbours);
    }

    /** A site that stands in for none. */
    private static void clear(FloatBuffer features, IntBuffer neighbours) {
        while (features.hasRemaining()) {
            features.put(0);
        }
        while (neighbours.hasRemaining()) {
            neighbours.put(0);
        }
    }
}
