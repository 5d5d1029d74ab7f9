package io.fleck.fitting.fit;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.frames.FrameRunner;
import io.fleck.fitting.parallel.Workers;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Runs a written graph over some of the pictures and compares it with the detector in Java: a model whose graph computes
 * something else than what was calibrated is never handed out.
 */
final class GraphCheck {
    private static final int PICTURES = 8;

    /** Relative to the picture's score. Found on the magnetic tiles: 4e-7 with float32 constants, 2e-4 with float16. */
    private static final double TOLERANCE = 2e-3;

    private final FitRequest request;
    private final Workers workers;

    GraphCheck(FitRequest request, Workers workers) {
        this.request = request;
        this.workers = workers;
    }

    void check(byte[] graph, FittedDetector detector, Features features) throws InterruptedException {
        List<LabelledImage> pictures =
                request.images().subList(0, Math.min(PICTURES, request.images().size()));
        try (FrameRunner runner = FrameRunner.open(graph, request.engine(), workers)) {
            runner.run(pictures, (index, batch, item) -> {
                float[] image = features.images().get(index);
                String name = pictures.get(index).name();
                double score = detector.score(image);
                FloatBuffer map = batch.outputSlot(FittedDetector.MAP, item).asFloatBuffer();
                FloatBuffer found = batch.outputSlot(FittedDetector.SCORE, item).asFloatBuffer();
                requireClose(name, found.get(0), score, score);
                requireClose(name, map, detector.map(image), score);
            });
        }
    }

    private static void requireClose(String name, FloatBuffer found, ScoreMap expected, double score) {
        for (int site = 0; site < expected.scores().length; site++) {
            requireClose(name, found.get(site), expected.scores()[site], score);
        }
    }

    private static void requireClose(String name, double found, double expected, double scale) {
        if (!(Math.abs(found - expected) <= TOLERANCE * Math.abs(scale))) {
            throw new FitException("the written graph scores " + name + " with " + found + " where the detector says "
                    + expected + "; no model was written");
        }
    }
}
