package io.fleck.load.drive;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.Subjects;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/**
 * The schema of frames with one field more, as a gateway of a later version writes it: an application that has not read a
 * frame of it yet has to ask the registry.
 */
final class NewerSchema {
    private static final int ID_AT = 1;
    private final int id;

    private NewerSchema(int id) {
        this.id = id;
    }

    /** Registers it beside the present one. */
    static NewerSchema register(AvroCodec codec, String topic) {
        Schema now = Subjects.schemaOf(CameraFrame.class).rawSchema();
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        List<Schema.Field> fields = new ArrayList<>();
        now.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("later", optional, "A field of a later version.", JsonProperties.NULL_VALUE));
        Schema newer = Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
        return new NewerSchema(codec.registrations().register(Subjects.ofValue(topic), new AvroSchema(newer)));
    }

    /** A frame as the later version writes it: the field behind all others is null, the first of its two types. */
    byte[] rewrite(byte[] value) {
        byte[] newer = Arrays.copyOf(value, value.length + 1);
        ByteBuffer.wrap(newer).putInt(ID_AT, id);
        return newer;
    }
}
