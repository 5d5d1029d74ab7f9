package io.fleck.core.inspect;

import io.fleck.core.image.DecodeException;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.Rectangle;
import io.fleck.core.image.Resizer;
import io.fleck.core.model.ModelManifest;
import java.nio.ByteBuffer;

/** From a frame's bytes to the graph's input. Safe for use by several threads. */
final class FramePreparation {
    private final ModelManifest.Input input;
    private final Resizer resizer = new Resizer();

    FramePreparation(ModelManifest.Input input) {
        this.input = input;
    }

    /** Decodes the frame unless it is decoded already. */
    void decode(FrameRequest request) {
        if (!request.decoded()) {
            InspectionSettings settings = request.settings();
            request.decoded(ImageDecoders.decode(request.frame(), settings.bitWindow(), settings.limits()));
        }
    }

    /** Resizes the region of interest of a decoded frame into a slot. */
    void fill(FrameRequest request, ByteBuffer slot) {
        Image image = request.image();
        resizer.resize(image, regionOf(image, request.settings()), input.width(), input.height(), slot);
    }

    /**
     * The part of a frame to inspect.
     *
     * @throws DecodeException when it does not lie within the frame
     */
    static Rectangle regionOf(Image image, InspectionSettings settings) {
        Rectangle region = settings.regionOfInterest();
        if (region == null) {
            return new Rectangle(0, 0, image.width(), image.height());
        }
        if (!region.fitsInto(image.width(), image.height())) {
            throw new DecodeException(
                    DecodeException.Reason.REGION_OUTSIDE,
                    "region of interest x=" + region.x() + " y=" + region.y() + " width=" + region.width() + " height="
                            + region.height() + " does not lie within the frame of " + image.width() + " x "
                            + image.height() + " pixels");
        }
        return region;
    }
}
