package io.fleck.stream.claims;

/** A claim check that can never be redeemed, however often it is tried. The message names the location. */
public final class ClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** A field is out of its range, or the location is no location. */
        INVALID,
        /** The location's scheme is neither {@code file} nor {@code s3}. */
        SCHEME,
        /** The location lies outside of the allowed roots and buckets. */
        FORBIDDEN,
        /** Larger than a picture may be. */
        TOO_LARGE,
        /** Nothing is there. */
        MISSING,
        /** What is there has another length than the claim check says. */
        LENGTH,
        /** What is there has another SHA-256 than the claim check says. */
        DIGEST
    }

    private final Reason reason;

    ClaimException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong, for machines. */
    public Reason reason() {
        return reason;
    }
}
