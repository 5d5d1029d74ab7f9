package io.fleck.serdes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder over one record value, with two differences: a declared length is held against the bytes that
 * are left before anything is allocated and refused by a named exception, and a bytes field is a view of the value
 * instead of a copy.
 */
final class PayloadDecoder extends Decoder {
    /** A length that promises more than the value holds. */
    static final class LengthException extends IOException {
        LengthException(String what, long declared, int remaining) {
            super(what + " declares " + declared + ", and " + remaining + " bytes follow");
        }
    }

    private final byte[] value;
    private final BinaryDecoder in;

    /**
     * Reads a value from an offset to its end.
     *
     * @param value not copied, and shared by every bytes field that is read
     */
    PayloadDecoder(byte[] value, int offset) {
        this.value = value;
        this.in = DecoderFactory.get().binaryDecoder(value, offset, value.length - offset, null);
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        int length = length("a bytes field", in.readLong());
        int start = skip(length);
        return ByteBuffer.wrap(value, start, length).slice();
    }

    @Override
    public String readString() throws IOException {
        int length = length("a string", in.readLong());
        return new String(value, skip(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        int length = length("a string", in.readLong());
        int start = skip(length);
        return new Utf8(Arrays.copyOfRange(value, start, start + length));
    }

    @Override
    public void skipString() throws IOException {
        skip(length("a string", in.readLong()));
    }

    @Override
    public void skipBytes() throws IOException {
        skip(length("a bytes field", in.readLong()));
    }

    @Override
    public long readArrayStart() throws IOException {
        return length("an array", in.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return length("an array", in.arrayNext());
    }

    @Override
    public long readMapStart() throws IOException {
        return length("a map", in.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return length("a map", in.mapNext());
    }

    @Override
    public long skipArray() throws IOException {
        return in.skipArray();
    }

    @Override
    public long skipMap() throws IOException {
        return in.skipMap();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        in.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length("a fixed field", length));
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }

    @Override
    public int remainingBytes() {
        return in.remainingBytes();
    }

    /** Every item of a collection of ours takes at least one byte, so a count is held against the same bound. */
    private int length(String what, long declared) throws LengthException {
        int remaining = in.remainingBytes();
        if (declared < 0 || declared > remaining) {
            throw new LengthException(what, declared, remaining);
        }
        return (int) declared;
    }

    /** Moves past bytes that are there, and says where in the value they start. */
    private int skip(int length) throws IOException {
        int start = value.length - in.remainingBytes();
        in.skipFixed(length);
        return start;
    }
}
