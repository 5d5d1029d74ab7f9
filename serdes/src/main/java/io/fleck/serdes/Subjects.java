package io.fleck.serdes;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Names and schemas under which records are registered (TopicNameStrategy). */
public final class Subjects {
    private Subjects() {}

    /** Subject of the values of a topic: the topic's name followed by {@code -value}. */
    public static String ofValue(String topic) {
        return topic + "-value";
    }

    /**
     * The schema of a record as it is registered: without the properties that only Java's generated classes need, so
     * that other languages see what the .avsc file says.
     */
    public static AvroSchema schemaOf(Class<? extends SpecificRecord> type) {
        Object empty = new GenericData.Record(SpecificData.get().getSchema(type));
        return new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true));
    }
}
