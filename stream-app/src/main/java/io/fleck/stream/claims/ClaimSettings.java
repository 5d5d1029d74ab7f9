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
 * @param fetches most pictures that a stream fetches at the same time, at least 1
 */
public record ClaimSettings(
        List<Path> roots, List<S3Area> buckets, S3Connection connection, Duration timeout, int fetches) {
    /** Most time for one picture, unless something else is said. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** Most pictures at the same time, unless something else is said. */
    public static final int FETCHES = 8;

    /** Keeps copies. */
    public ClaimSettings {
        roots = List.copyOf(roots);
        buckets = List.copyOf(buckets);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout is " + timeout + "; it must be at least 1 ms");
        }
        if (fetches < 1) {
            throw new IllegalArgumentException("fetches is " + fetches + "; it must be at least 1");
        }
    }

    /** Nothing is allowed. */
    public static ClaimSettings none() {
        return new ClaimSettings(List.of(), List.of(), S3Connection.standard(), TIMEOUT, FETCHES);
    }

    /** The same, with these folders allowed. */
    public ClaimSettings withRoots(List<Path> allowed) {
        return new ClaimSettings(allowed, buckets, connection, timeout, fetches);
    }

    /** The same, with these buckets allowed. */
    public ClaimSettings withBuckets(List<S3Area> allowed) {
        return new ClaimSettings(roots, allowed, connection, timeout, fetches);
    }

    /** The same, with S3 reached in this way. */
    public ClaimSettings withConnection(S3Connection other) {
        return new ClaimSettings(roots, buckets, other, timeout, fetches);
    }

    /** The same, with another time for one picture. */
    public ClaimSettings withTimeout(Duration other) {
        return new ClaimSettings(roots, buckets, connection, other, fetches);
    }
}
