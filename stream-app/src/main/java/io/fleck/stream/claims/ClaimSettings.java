package io.fleck.stream.claims;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where claimed pictures may lie. Without a root or bucket every claim check of its scheme is refused.
 *
 * @param roots folders below which files are read
 * @param buckets buckets, or parts of them, of which objects are read
 * @param connection how S3 is reached
 * @param timeout most time for one picture, at least 1 ms
 */
public record ClaimSettings(List<Path> roots, List<S3Area> buckets, S3Connection connection, Duration timeout) {
    /** Most time for one picture, unless something else is said. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** Keeps copies. */
    public ClaimSettings {
        roots = List.copyOf(roots);
        buckets = List.copyOf(buckets);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout is " + timeout + "; it must be at least 1 ms");
        }
    }

    /** Nothing is allowed. */
    public static ClaimSettings none() {
        return new ClaimSettings(List.of(), List.of(), S3Connection.standard(), TIMEOUT);
    }

    /** The same, with these folders allowed. */
    public ClaimSettings withRoots(List<Path> allowed) {
        return new ClaimSettings(allowed, buckets, connection, timeout);
    }

    /** The same, with these buckets allowed. */
    public ClaimSettings withBuckets(List<S3Area> allowed) {
        return new ClaimSettings(roots, allowed, connection, timeout);
    }
}
