package io.fleck.fitting.backbone;

import io.fleck.core.engine.EngineProvider;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.stream.Stream;

/** Reads the features of picture files. */
public final class FeatureExtractor implements AutoCloseable {
    private final FeatureGraph graph;
    private final FrameRunner runner;

    /**
     * Loads the graph.
     *
     * @param workers stay the caller's to close
     */
    public FeatureExtractor(FeatureGraph graph, EngineProvider provider, Workers workers) {
        this.graph = graph;
        this.runner = FrameRunner.open(graph.build().toBytes(), provider, workers);
    }

    /**
     * Reads the features of pictures.
     *
     * @param images picture files, in the order of the features
     * @param progress called once a picture, by several threads
     * @throws BackboneException when they do not fit into the heap; the message says how much they need
     * @throws io.fleck.fitting.data.DataException when a picture cannot be read
     * @throws InterruptedException when the thread was interrupted
     */
    public Features extract(List<LabelledImage> images, Runnable progress) throws InterruptedException {
        int values = graph.channels() * graph.grid().sites();
        long bytes = (long) images.size() * values * Float.BYTES;
        requireMemory(bytes, images.size(), Runtime.getRuntime().maxMemory());
        float[][] features = new float[images.size()][];
        runner.run(images, (index, batch, item) -> {
            float[] read = new float[values];
            batch.outputSlot(FeatureGraph.FEATURES, item).asFloatBuffer().get(read);
            features[index] = read;
            progress.run();
        });
        return new Features(graph.channels(), graph.grid(), Stream.of(features).toList());
    }

    /** Features and what fitting makes of them (less than as much again) have to fit. */
    static void requireMemory(long bytes, int images, long heap) {
        if (2 * bytes > heap) {
            throw new BackboneException("the features of " + images + " pictures need a heap of " + mebibytes(2 * bytes)
                    + " MiB, there are " + mebibytes(heap) + "; fit fewer pictures, or set FLECK_JAVA_OPTS=-Xmx"
                    + mebibytes(5 * bytes / 2) + "m");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    @Override
    public void close() {
        runner.close();
    }
}
