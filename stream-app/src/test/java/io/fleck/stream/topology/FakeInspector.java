package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Region;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.Image;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.StageTimings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes the first byte of a picture for its score, or for what goes wrong with it. Frames are 4 x 2 pixels. */
final class FakeInspector implements PictureInspector {
    static final byte UNDECODABLE = (byte) 250;
    static final byte DEFECT = (byte) 251;

    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger failuresLeft = new AtomicInteger();
    final List<BatchRequest<FrameRequest>> requests = new ArrayList<>();
    BatchException.Reason failure = BatchException.Reason.ENGINE;

    /** How work becomes an answer: at once, unless the test wants it later. */
    Function<Supplier<InspectionOutcome>, CompletableFuture<InspectionOutcome>> answers = FakeInspector::atOnce;

    @Override
    public CompletableFuture<InspectionOutcome> submit(BatchRequest<FrameRequest> picture) {
        calls.incrementAndGet();
        requests.add(picture);
        return answers.apply(() -> outcome(picture.item()));
    }

    private InspectionOutcome outcome(FrameRequest request) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new BatchException(failure, "no device", null);
        }
        ByteBuffer bytes = request.frame().bytes();
        byte code = bytes.get(bytes.position());
        if (code == UNDECODABLE) {
            throw new DecodeException(DecodeException.Reason.TRUNCATED, "the picture ends after 1 byte");
        }
        if (code == DEFECT) {
            throw new ArrayIndexOutOfBoundsException("Index 7 out of bounds for length 7");
        }
        return outcome(code & 0xFF, request.settings().threshold());
    }

    /** Answers at once, on the caller's thread. */
    private static CompletableFuture<InspectionOutcome> atOnce(Supplier<InspectionOutcome> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static InspectionOutcome outcome(int score, double threshold) {
        boolean anomalous = score > threshold;
        Region region = new Region(
                new Rectangle(1, 0, 2, 1),
                2,
                score,
                score - 1.0,
                List.of(new Region.Point(1, 0), new Region.Point(3, 0)));
        return new InspectionOutcome(
                new Image(4, 2, 1, new byte[8]),
                score,
                threshold,
                OptionalDouble.of(0.25),
                new ScoreMap(2, 1, new float[] {0, score}),
                anomalous ? new Mask(4, 2, new int[] {1, 2, 5}) : null,
                anomalous ? List.of(region) : List.of(),
                new StageTimings(-1, 1_500_000, -1, 2_500_000, 3_500));
    }
}
