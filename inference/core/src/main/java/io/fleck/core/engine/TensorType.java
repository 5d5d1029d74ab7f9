package io.fleck.core.engine;

/** Element types that engines exchange with their callers. */
public enum TensorType {
    /** Unsigned byte. */
    UINT8(1),
    /** 32-bit float. */
    FLOAT32(4),
    /** 32-bit signed integer, for index tables. */
    INT32(4);

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes an element. */
    public int bytes() {
        return bytes;
    }
}
