package io.fleck.stream.claims;

import java.util.regex.Pattern;

/**
 * A bucket, or the part of it whose keys start with a prefix.
 *
 * @param bucket name as S3 has it
 * @param prefix start of the keys, with a slash at its end; empty for the whole bucket
 */
public record S3Area(String bucket, String prefix) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]");

    /** Refuses names that no bucket can have. */
    public S3Area {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("bucket '" + bucket
                    + "' must have 3 to 63 lower-case letters, digits, dots, dashes and underscores");
        }
        if (!prefix.isEmpty()
                && (!prefix.endsWith("/") || S3Location.hasDotsOrGaps(prefix.substring(0, prefix.length() - 1)))) {
            throw new IllegalArgumentException("prefix '" + prefix + "' must be names separated by slashes");
        }
    }

    /** From {@code bucket} or {@code bucket/prefix}. */
    public static S3Area parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new S3Area(text, "");
        }
        String prefix = text.substring(slash + 1);
        return new S3Area(text.substring(0, slash), prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    boolean contains(S3Location location) {
        return location.bucket().equals(bucket) && location.key().startsWith(prefix);
    }

    @Override
    public String toString() {
        return prefix.isEmpty() ? bucket : bucket + "/" + prefix;
    }
}
