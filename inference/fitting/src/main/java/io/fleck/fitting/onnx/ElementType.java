package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Element types that our graphs are built from. */
public enum ElementType {
    /** Unsigned byte: pixels, only as a graph's input. */
    UINT8(DataType.UINT8),
    /** 32-bit signed integer: index tables, only as a graph's input. */
    INT32(DataType.INT32),
    /** 32-bit float. */
    FLOAT32(DataType.FLOAT),
    /** 16-bit float: only to store constants in half the bytes. */
    FLOAT16(DataType.FLOAT16);

    private final DataType onnx;

    ElementType(DataType onnx) {
        this.onnx = onnx;
    }

    /** Number of the type in ONNX. */
    int number() {
        return onnx.getNumber();
    }
}
