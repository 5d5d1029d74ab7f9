package io.fleck.stream.previews;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FramePreview;
import io.fleck.avro.Rectangle;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Image;
import io.fleck.core.image.Resizer;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.render.ImageFiles;
import io.fleck.core.render.Thumbnails;
import io.fleck.stream.topology.Inspected;
import io.fleck.stream.topology.QuantizedMap;
import java.nio.ByteBuffer;

/** Draws previews: a JPEG of at most 320 pixels and the score map beside it. Safe for use by several threads. */
final class PreviewRenderer {
    static final int LONGER_SIDE = 320;
    private static final double QUALITY = 0.8;

    private final Thumbnails thumbnails = new Thumbnails(new Resizer());

    FramePreview render(Inspected inspected) {
        InspectionOutcome outcome = inspected.outcome();
        CameraFrame frame = inspected.frame();
        Image image = outcome.image();
        FramePreview.Builder preview = FramePreview.newBuilder()
                .setEventId(inspected.eventId())
                .setStation(frame.getStation())
                .setCamera(frame.getCamera())
                .setSequence(frame.getSequence())
                .setCapturedAt(frame.getCapturedAt())
                .setVerdict(inspected.verdict())
                .setScore(outcome.score())
                .setThreshold(outcome.threshold())
                .setModel(inspected.model())
                .setFrameWidth(image.width())
                .setFrameHeight(image.height())
                .setJpeg(ByteBuffer.wrap(ImageFiles.jpeg(thumbnails.of(image, LONGER_SIDE), QUALITY)));
        outcome.pValue().ifPresent(preview::setPValue);
        addMap(inspected, preview);
        return preview.build();
    }

    private static void addMap(Inspected inspected, FramePreview.Builder preview) {
        ScoreMap scores = inspected.outcome().map();
        if (scores == null) {
            return;
        }
        QuantizedMap map = QuantizedMap.of(scores);
        preview.setMapWidth(map.width())
                .setMapHeight(map.height())
                .setMapMinimum(map.minimum())
                .setMapMaximum(map.maximum())
                .setMap(map.cells());
        var region = inspected.regionOfInterest();
        if (region != null) {
            preview.setMapArea(new Rectangle(region.x(), region.y(), region.width(), region.height()));
        }
    }
}
