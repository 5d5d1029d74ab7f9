package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.fleck.serdes.PayloadDecoder.LengthException;
import io.fleck.serdes.UndecodableException.Reason;
import io.fleck.serdes.WriterSchemas.Accepted;
import io.fleck.serdes.WriterSchemas.Refused;
import io.fleck.serdes.WriterSchemas.Writer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The one decode step from a record's value to a record: written with whatever schema its id names, read as ours.
 *
 * <p>It separates what waiting cannot mend ({@link UndecodableException}) from a registry that cannot serve just now
 * ({@link RegistryUnavailableException}); the Confluent deserializer throws the same exception for both. What is known
 * of a schema id is kept for the life of the decoder, so an outage concerns only ids that were never seen. Nothing is
 * allocated on the word of a length that the value does not hold.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> the record
 */
public final class AvroDecoder<T extends SpecificRecord> {
    private static final byte MAGIC = 0;
    private static final int HEADER = 5;

    private final WriterSchemas<T> schemas;

    AvroDecoder(Class<T> type, SchemaRegistryClient registry, RegistryErrors errors) {
        this.schemas = new WriterSchemas<>(type, registry, errors);
    }

    /**
     * Decodes a value in the Confluent wire format.
     *
     * @param topic where it comes from, for messages
     * @param value the record's value; the bytes fields of the result are views of it, so neither may be changed
     * @throws UndecodableException when it can never be decoded
     * @throws RegistryUnavailableException when its schema is not known yet and the registry cannot serve
     */
    public T decode(String topic, byte @Nullable [] value) {
        if (value == null) {
            throw new UndecodableException(Reason.NO_VALUE, topic + ": the record has no value");
        }
        int id = schemaId(topic, value);
        Writer<T> writer = schemas.of(id);
        if (writer instanceof Refused<T> refused) {
            throw new UndecodableException(refused.reason(), topic + ": " + refused.detail());
        }
        return read(topic, value, id, ((Accepted<T>) writer).reader());
    }

    private static int schemaId(String topic, byte[] value) {
        if (value.length > 0 && value[0] != MAGIC) {
            String detail = String.format("%s: first byte 0x%02x; expected 0x00", topic, value[0]);
            throw new UndecodableException(Reason.FOREIGN_MAGIC, detail);
        }
        if (value.length < HEADER) {
            String detail = topic + ": " + value.length + " bytes; the header alone takes " + HEADER;
            throw new UndecodableException(Reason.TRUNCATED, detail);
        }
        return ByteBuffer.wrap(value).getInt(1);
    }

    private static <T> T read(String topic, byte[] value, int id, DatumReader<T> reader) {
        String what = topic + ": " + value.length + " bytes of schema " + id + ": ";
        try {
            return reader.read(null, new PayloadDecoder(value, HEADER));
        } catch (LengthException e) {
            throw new UndecodableException(Reason.LENGTH_BEYOND_PAYLOAD, what + e.getMessage(), e);
        } catch (EOFException e) {
            throw new UndecodableException(Reason.TRUNCATED, what + "the value ends before the record", e);
        } catch (IOException | RuntimeException e) {
            // Whatever the reader says of these bytes it will say again: they are the cause, not the circumstances.
            throw new UndecodableException(Reason.MALFORMED, what + e, e);
        }
    }
}
