package io.fleck.stream.claims;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.ClaimCheck;
import io.fleck.stream.claims.ClaimException.Reason;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Random;

/** Claim checks of seeded content, and what is expected of bad ones. */
final class Checks {
    static final byte[] CONTENT = content(1, 300_000);

    private Checks() {}

    static byte[] content(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static ClaimCheck of(URI location, byte[] content) {
        return new ClaimCheck(location.toString(), (long) content.length, Sha256Digest.of(ByteBuffer.wrap(content)));
    }

    static void assertRefused(Claims claims, ClaimCheck check, Reason reason, String message) {
        assertThatThrownBy(() -> claims.fetch(check))
                .as(check.getUri())
                .isInstanceOfSatisfying(
                        ClaimException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.reason())
                                .isEqualTo(reason))
                .hasMessageContaining(message);
    }

    static void assertAway(Claims claims, ClaimCheck check, String message) {
        assertThatThrownBy(() -> claims.fetch(check))
                .as(check.getUri())
                .isInstanceOf(ClaimStoreUnavailableException.class)
                .hasMessageContaining(message);
    }
}
