package io.fleck.core.inspect;

import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * One frame on its way through {@link FrameWork}. Holds its pixels once decoded, until it is dropped.
 *
 * <p>Used by one thread at a time, handed from one to the next safely (as a batcher does).
 */
public final class FrameRequest {
    private final EncodedImage frame;
    private final InspectionSettings settings;
    private @Nullable Image image;

    /** A frame as it arrived, and its station's settings. */
    public FrameRequest(EncodedImage frame, InspectionSettings settings) {
        this.frame = frame;
        this.settings = settings;
    }

    /** The frame as it arrived. */
    public EncodedImage frame() {
        return frame;
    }

    /** Its station's settings. */
    public InspectionSettings settings() {
        return settings;
    }

    boolean decoded() {
        return image != null;
    }

    void decoded(Image pixels) {
        this.image = pixels;
    }

    Image image() {
        if (image == null) {
            throw new IllegalStateException("the frame has not been decoded");
        }
        return image;
    }
}
