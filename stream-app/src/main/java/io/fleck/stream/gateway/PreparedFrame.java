package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.ClaimCheck;
import io.fleck.stream.gateway.FrameLedger.Assignment;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A picture that has been read and has its number and id; once it is claimed, a claim check stands for its bytes. */
record PreparedFrame(
        FrameItem item,
        Assignment assignment,
        ByteBuffer bytes,
        @Nullable ClaimCheck claim) {
    PreparedFrame(FrameItem item, Assignment assignment, ByteBuffer bytes) {
        this(item, assignment, bytes, null);
    }

    /** The same without its bytes, which lie in a store now. */
    PreparedFrame claimedBy(ClaimCheck check) {
        return new PreparedFrame(item, assignment, ByteBuffer.allocate(0), check);
    }

    /** The record, as it is sent at the given time. */
    CameraFrame toRecord(GatewaySettings settings, Instant sent) {
        CameraFrame.Builder record = CameraFrame.newBuilder()
                .setId(assignment.id())
                .setCamera(settings.camera())
                .setLine(settings.line())
                .setStation(settings.station())
                .setCapturedAt(item.capturedAt().orElse(sent))
                .setSequence(assignment.sequence())
                .setFormat(item.format())
                .setBytes(bytes);
        if (claim != null) {
            record.setClaimCheck(claim);
        }
        return record.build();
    }
}
