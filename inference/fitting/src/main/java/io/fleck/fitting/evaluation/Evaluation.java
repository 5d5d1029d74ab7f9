package io.fleck.fitting.evaluation;

import io.fleck.core.model.ModelManifest;
import java.time.Duration;
import java.util.List;

/**
 * What a model said of a data set.
 *
 * @param model the model's description
 * @param images images that were inspected, in the order of the data set
 * @param unreadable images that could not be read
 * @param duration wall-clock time of reading and inspecting them all, without loading the model
 */
public record Evaluation(
        ModelManifest model, List<ScoredImage> images, List<UnreadableFile> unreadable, Duration duration) {
    /** Keeps copies of the lists. */
    public Evaluation {
        images = List.copyOf(images);
        unreadable = List.copyOf(unreadable);
    }

    /** Images inspected a second, reading from disk included. */
    public double imagesPerSecond() {
        return images.size() / Math.max(duration.toNanos() / 1e9, 1e-9);
    }
}
