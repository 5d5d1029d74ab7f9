package io.fleck.stream.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of outcomes: the same input, model and version always give the same id. */
public final class EventIds {
    private EventIds() {}

    /**
     * SHA-256 over the three texts in UTF-8, each after its length as four bytes, so that no two triples run together.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String inputId, String model, String version) {
        MessageDigest digest = sha256();
        for (String part : new String[] {inputId, model, version}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
