package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.FrameRequest;
import io.fleck.core.inspect.InspectionSettings;
import io.fleck.stream.topology.PoisonException.Fault;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A frame's picture on its way through a model: there at once when its record holds it, else once its claim check is
 * redeemed. Safe for use by several threads.
 */
final class FramePicture {
    private final CameraFrame record;
    private final InspectionSettings settings;
    private volatile @Nullable FrameRequest request;

    private FramePicture(CameraFrame record, InspectionSettings settings) {
        this.record = record;
        this.settings = settings;
    }

    /**
     * The picture of a frame; one in its record is a view of Kafka's bytes.
     *
     * @throws PoisonException when a field of it is out of its range
     */
    static FramePicture of(CameraFrame record, InspectionSettings settings) {
        FramePicture picture = new FramePicture(record, settings);
        if (record.getClaimCheck() == null) {
            picture.arrived(record.getBytes());
        } else if (record.getBytes().hasRemaining()) {
            throw new PoisonException(
                    Fault.FRAME_INVALID,
                    "bytes has " + record.getBytes().remaining() + " bytes; beside a claimCheck it has to be empty");
        }
        return picture;
    }

    /** Whether its bytes are there. */
    boolean fetched() {
        return request != null;
    }

    /** Where its bytes are to be had, while they are not there. */
    ClaimCheck claim() {
        ClaimCheck claim = record.getClaimCheck();
        if (claim == null) {
            throw new IllegalStateException("frame " + record.getId() + " has its picture in its record");
        }
        return claim;
    }

    /**
     * Its bytes are there.
     *
     * @throws PoisonException when the frame says of them what cannot be
     */
    void arrived(ByteBuffer bytes) {
        try {
            PixelFormat format = PixelFormat.ofName(record.getFormat().name());
            EncodedImage image =
                    new EncodedImage(format, record.getWidth(), record.getHeight(), record.getStride(), bytes);
            request = new FrameRequest(image, settings);
        } catch (DecodeException e) {
            throw PoisonException.of(e);
        } catch (IllegalArgumentException e) {
            throw new PoisonException(Fault.FRAME_INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** What a model takes. */
    FrameRequest request() {
        FrameRequest there = request;
        if (there == null) {
            throw new IllegalStateException("the picture of frame " + record.getId() + " has not been fetched");
        }
        return there;
    }
}
