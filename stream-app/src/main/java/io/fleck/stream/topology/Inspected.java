package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.Verdict;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.InspectionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A frame and what was found in it, for previews.
 *
 * @param eventId event id of the result
 * @param frame the frame
 * @param verdict its verdict
 * @param model name of the model
 * @param regionOfInterest part of the frame that the score map covers; {@code null} means all of it
 * @param outcome what was found
 */
public record Inspected(
        String eventId,
        CameraFrame frame,
        Verdict verdict,
        String model,
        @Nullable Rectangle regionOfInterest,
        InspectionOutcome outcome) {}
