package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;

/** Small schemas of one record that differ in its fields. */
final class Part {
    private Part() {}

    /** A record of these fields: {@code "a"} has no default, {@code "a="} has one. */
    static AvroSchema of(String... fields) {
        StringBuilder json = new StringBuilder("{\"type\":\"record\",\"name\":\"Part\",\"fields\":[");
        for (int i = 0; i < fields.length; i++) {
            boolean optional = fields[i].endsWith("=");
            String name = optional ? fields[i].substring(0, fields[i].length() - 1) : fields[i];
            json.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"" + name + "\",\"type\":\"string\"")
                    .append(optional ? ",\"default\":\"\"}" : "}");
        }
        return new AvroSchema(json.append("]}").toString());
    }
}
