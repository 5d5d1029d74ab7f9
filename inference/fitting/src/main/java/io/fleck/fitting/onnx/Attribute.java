package io.fleck.fitting.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;

/** A named setting of a node. */
public final class Attribute {
    private final AttributeProto proto;

    private Attribute(AttributeProto.Builder proto) {
        this.proto = proto.build();
    }

    /** A whole number. */
    public static Attribute of(String name, long value) {
        return new Attribute(typed(name, AttributeProto.AttributeType.INT).setI(value));
    }

    /** A word, such as a mode. */
    public static Attribute of(String name, String value) {
        return new Attribute(typed(name, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    /** A list of whole numbers, such as axes. */
    public static Attribute of(String name, long[] values) {
        AttributeProto.Builder builder = typed(name, AttributeProto.AttributeType.INTS);
        for (long value : values) {
            builder.addInts(value);
        }
        return new Attribute(builder);
    }

    private static AttributeProto.Builder typed(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    AttributeProto proto() {
        return proto;
    }
}
