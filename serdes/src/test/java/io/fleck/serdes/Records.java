package io.fleck.serdes;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;

/** Records for tests. */
final class Records {
    private Records() {}

    /** A raw frame of that many seeded bytes. */
    static CameraFrame frame(int bytes) {
        byte[] picture = new byte[bytes];
        new Random(bytes).nextBytes(picture);
        return CameraFrame.newBuilder()
                .setId("f-1")
                .setCamera("cam-ä")
                .setStation("s1")
                .setCapturedAt(Instant.parse("2026-01-02T03:04:05.123456Z"))
                .setSequence(7)
                .setFormat(FrameFormat.Mono8)
                .setBytes(ByteBuffer.wrap(picture))
                .build();
    }
}
