package io.fleck.stream.claims;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as claim checks have it. */
final class Sha256Digest {
    private Sha256Digest() {}

    static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 64 lower-case hexadecimal digits over a buffer, which stays as it is. */
    static String of(ByteBuffer content) {
        MessageDigest digest = create();
        digest.update(content.duplicate());
        return HexFormat.of().formatHex(digest.digest());
    }
}
