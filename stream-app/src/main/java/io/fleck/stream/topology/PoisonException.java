package io.fleck.stream.topology;

import io.fleck.core.batch.BatchException;
import io.fleck.core.image.DecodeException;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.claims.ClaimException;

/** An input that can never be inspected, however often it is tried: it becomes a dead letter. */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the input itself, beyond its bytes and its picture. */
    public enum Fault {
        /** A field is out of its range. */
        FRAME_INVALID,
        /** The record key is not the camera. */
        FRAME_KEY_MISMATCH,
        /** No recipe for the station. */
        FRAME_STATION_UNKNOWN,
        /** A field of a wafer map is out of its range. */
        WAFER_INVALID,
        /** The record key is not lot and wafer. */
        WAFER_KEY_MISMATCH,
        /** No model reads such wafer maps. */
        WAFER_KIND_UNSERVED,
        /** Feedback without what its kind needs. */
        FEEDBACK_INVALID,
        /** The engine fails on this very frame, again and again, while it succeeds on others. */
        ENGINE_REFUSED,
        /** What would be written of it is larger than its topic takes. */
        OUTCOME_TOO_LARGE,
        /** A defect of Fleck: this very frame makes it fail. */
        INTERNAL
    }

    private final String reason;

    private PoisonException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The message names the field, the value and what is allowed. */
    public PoisonException(Fault fault, String message) {
        super(message);
        this.reason = fault.name();
    }

    /** The value is no such record. */
    public static PoisonException of(UndecodableException error) {
        return new PoisonException("AVRO_" + error.reason(), String.valueOf(error.getMessage()), error);
    }

    /** The picture cannot be decoded. */
    static PoisonException of(DecodeException error) {
        return new PoisonException("IMAGE_" + error.reason(), String.valueOf(error.getMessage()), error);
    }

    /** The engine cannot run it, and can run others. */
    static PoisonException refusedByEngine(BatchException error) {
        return new PoisonException(Fault.ENGINE_REFUSED.name(), String.valueOf(error.getMessage()), error);
    }

    /** The claimed picture cannot be had. */
    static PoisonException of(ClaimException error) {
        return new PoisonException("CLAIM_" + error.reason(), String.valueOf(error.getMessage()), error);
    }

    /** Something that should not happen. */
    static PoisonException internal(Throwable error) {
        return new PoisonException(Fault.INTERNAL.name(), error.toString(), error);
    }

    /** Code for machines, one of a fixed set. */
    public String reason() {
        return reason;
    }
}
