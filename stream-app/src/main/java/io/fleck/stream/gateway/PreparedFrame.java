package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.stream.gateway.FrameLedger.Assignment;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A picture that has been read and has its number and id. */
record PreparedFrame(FrameItem item, Assignment assignment, ByteBuffer bytes) {
    /** The record, as it is sent at the given time. */
    CameraFrame toRecord(GatewaySettings settings, Instant sent) {
        return CameraFrame.newBuilder()
                .setId(assignment.id())
                .setCamera(settings.camera())
                .setLine(settings.line())
                .setStation(settings.station())
                .setCapturedAt(item.capturedAt().orElse(sent))
                .setSequence(assignment.sequence())
                .setFormat(item.format())
                .setBytes(bytes)
                .build();
    }
}
