package io.fleck.stream.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of a frame: the same picture sent again under the same number is recognised as the same frame. */
public final class FrameId {
    private FrameId() {}

    /**
     * SHA-256 over the camera's name in UTF-8, one zero byte, the sequence number as eight bytes big endian, and the
     * content.
     *
     * @param camera camera id
     * @param sequence running number within the camera, from 0
     * @param content bytes of the picture as they are sent
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String camera, long sequence, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(camera.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
