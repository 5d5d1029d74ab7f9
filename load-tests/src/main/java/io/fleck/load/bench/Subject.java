package io.fleck.load.bench;

import io.fleck.core.engine.EngineProvider;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.load.bench.traffic.Picture;
import java.util.List;

/**
 * What is inspected with what: the same for the bare loop, the stream and Flink.
 *
 * @param model a calibrated model of frames
 * @param provider engine of the bare loop
 * @param pictures at least one
 */
record Subject(ModelPackage model, EngineProvider provider, List<Picture> pictures) {
    private static final int MOST_UNDER_WAY = 256;
    private static final int LEAST_UNDER_WAY = 64;
    private static final long BYTES_UNDER_WAY = 256L << 20;

    Subject {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("there are no pictures to stream");
        }
        if (model.manifest().calibration() == null) {
            throw new IllegalArgumentException(model.directory() + ": was never calibrated, so it has no threshold");
        }
    }

    /** The pictures for whoever needs no Kafka. */
    List<EncodedImage> encoded() {
        return pictures.stream().map(Picture::encoded).toList();
    }

    /** As the application's station has them. */
    InspectionSettings station() {
        ModelManifest.Calibration calibration = model.manifest().calibration();
        if (calibration == null) {
            throw new IllegalStateException("checked when it was made");
        }
        return InspectionSettings.ofThreshold(calibration.threshold());
    }

    /** Mean length of a picture's file. */
    long meanBytes() {
        return Math.round(pictures.stream().mapToInt(Picture::length).average().orElse(0));
    }

    /** Frames under way that keep any stream busy without filling the disk. */
    int window() {
        long fitting = BYTES_UNDER_WAY / Math.max(1, meanBytes());
        return (int) Math.max(LEAST_UNDER_WAY, Math.min(MOST_UNDER_WAY, fitting));
    }
}
