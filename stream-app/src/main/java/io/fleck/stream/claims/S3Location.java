package io.fleck.stream.claims;

import io.fleck.stream.claims.ClaimException.Reason;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code s3://bucket/key}, taken apart.
 *
 * @param bucket name of the bucket
 * @param key name within it, percent signs decoded; not empty
 */
record S3Location(String bucket, String key) {
    /**
     * Takes a location apart. A key with empty, {@code .} or {@code ..} parts is refused: S3 takes it as it stands, and
     * what lies between may not.
     */
    static S3Location of(URI location) {
        String authority = location.getRawAuthority();
        String path = location.getPath();
        if (authority == null || path == null || path.length() < 2 || hasMore(location)) {
            throw new ClaimException(Reason.INVALID, location + ": expected s3://bucket/key");
        }
        String key = path.substring(1);
        if (hasDotsOrGaps(key)) {
            throw new ClaimException(Reason.FORBIDDEN, location + ": the key has an empty, . or .. part");
        }
        return new S3Location(authority, key);
    }

    private static boolean hasMore(URI location) {
        return given(location.getRawQuery()) || given(location.getRawFragment());
    }

    private static boolean given(@Nullable String part) {
        return part != null;
    }

    static boolean hasDotsOrGaps(String path) {
        return Arrays.stream(path.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
