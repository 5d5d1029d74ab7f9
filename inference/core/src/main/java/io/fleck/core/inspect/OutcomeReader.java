package io.fleck.core.inspect;

import io.fleck.core.batch.BatchTimings;
import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Masks;
import io.fleck.core.detect.Region;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** From the graph's outputs to an outcome. Safe for use by several threads. */
final class OutcomeReader {
    private final FrameModel model;
    private final LongSupplier nanoTime;

    OutcomeReader(FrameModel model, LongSupplier nanoTime) {
        this.model = model;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads one slot.
     *
     * @throws InferenceException when the score or the map holds what is no finite number
     */
    InspectionOutcome read(FrameRequest request, TensorBatch batch, int slot, BatchTimings timings) {
        long startedAt = nanoTime.getAsLong();
        double threshold = request.settings().threshold();
        double score = score(batch, slot);
        @Nullable
        ScoreMap map = model.map().map(tensor -> map(tensor, batch, slot)).orElse(null);
        Findings findings = score > threshold && map != null ? findings(request, map) : Findings.NONE;
        return new InspectionOutcome(
                request.image(),
                score,
                threshold,
                pValue(score),
                map,
                findings.mask(),
                findings.regions(),
                stages(timings, nanoTime.getAsLong() - startedAt));
    }

    private double score(TensorBatch batch, int slot) {
        float score = batch.outputSlot(model.score().name(), slot).getFloat();
        if (!Float.isFinite(score)) {
            throw new InferenceException("model " + model.label() + " gave the score " + score, null);
        }
        return score;
    }

    private ScoreMap map(TensorSpec tensor, TensorBatch batch, int slot) {
        int rows = tensor.item().get(0);
        int columns = tensor.item().get(1);
        float[] scores = new float[rows * columns];
        batch.outputSlot(tensor.name(), slot).asFloatBuffer().get(scores);
        for (int i = 0; i < scores.length; i++) {
            if (!Float.isFinite(scores[i])) {
                throw new InferenceException(
                        "model " + model.label() + " gave the score " + scores[i] + " in row " + i / columns
                                + ", column " + i % columns + " of its map",
                        null);
            }
        }
        return new ScoreMap(columns, rows, scores);
    }

    private OptionalDouble pValue(double score) {
        return model.calibrator()
                .map(calibrator -> OptionalDouble.of(calibrator.pValue(score)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Mask and regions of an anomaly. A detector's score need not be its map's maximum; where no cell is above the
     * threshold, the highest one stands for the anomaly, so that none goes without a mask.
     */
    private static Findings findings(FrameRequest request, ScoreMap map) {
        Image image = request.image();
        Rectangle region = FramePreparation.regionOf(image, request.settings());
        double level = Math.min(request.settings().threshold(), Math.nextDown((double) map.maximum()));
        Mask mask = Masks.of(map, level, region, image.width(), image.height());
        return new Findings(mask, Masks.regions(mask, map, region));
    }

    private static StageTimings stages(BatchTimings timings, long postprocessNanos) {
        return new StageTimings(
                timings.queueNanos(),
                timings.prepareNanos(),
                timings.batchNanos(),
                timings.inferNanos(),
                postprocessNanos);
    }

    private record Findings(@Nullable Mask mask, List<Region> regions) {
        static final Findings NONE = new Findings(null, List.of());
    }
}
