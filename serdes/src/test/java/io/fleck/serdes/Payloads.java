package io.fleck.serdes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Record values made by hand. */
final class Payloads {
    private Payloads() {}

    /** The Confluent header before a body. */
    static byte[] of(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    /** A record in the Confluent wire format. */
    static byte[] of(int id, GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return of(id, out.toByteArray());
    }

    /** What an encoder writes, then zeroes up to a size. */
    static byte[] padded(int id, int size, Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        body.write(encoder);
        encoder.flush();
        return of(id, java.util.Arrays.copyOf(out.toByteArray(), size - 5));
    }

    /** Writes a body by hand. */
    interface Body {
        void write(BinaryEncoder encoder) throws IOException;
    }

    static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
