package io.fleck.stream.gateway.wafers;

import io.fleck.avro.WaferDefectMap;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Kafka's mock producer that acknowledges at once, except where told. */
final class Wire extends MockProducer<String, byte[]> {
    static final String TOPIC = "inspection.wafer-maps";
    private static final AvroCodec CODEC = codec();

    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
    private int refusals;
    private boolean silent;
    private String wrongKey = "";
    private @Nullable Exception wrong;

    Wire() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static AvroCodec codec() {
        AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://wafers"));
        codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(WaferDefectMap.class));
        return codec;
    }

    WaferTransport transport() {
        return new WaferTransport(this, CODEC.serializer(WaferDefectMap.class));
    }

    /** So many times there is no room in the buffer. */
    synchronized void haveNoRoom(int times) {
        refusals = times;
    }

    /** Records of this key are answered so. */
    synchronized void answer(String key, Exception error) {
        wrongKey = key;
        wrong = error;
    }

    /** From now on nothing is answered. */
    synchronized void keepSilent() {
        silent = true;
    }

    synchronized List<String> keys() {
        return sent.stream().map(ProducerRecord::key).toList();
    }

    synchronized List<WaferDefectMap> maps() {
        return sent.stream()
                .map(message -> CODEC.decoder(WaferDefectMap.class).decode(TOPIC, message.value()))
                .toList();
    }

    @Override
    public synchronized Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> message, @Nullable Callback callback) {
        Callback answer = callback == null ? (metadata, error) -> {} : callback;
        if (refusals > 0) {
            refusals--;
            answer.onCompletion(null, new TimeoutException("no room in the buffer"));
            return CompletableFuture.failedFuture(new TimeoutException("no room in the buffer"));
        }
        sent.add(message);
        RecordMetadata metadata = new RecordMetadata(new TopicPartition(TOPIC, 0), 0, 0, 0, 0, 0);
        if (!silent) {
            answer.onCompletion(metadata, wrongKey.equals(message.key()) ? wrong : null);
        }
        return CompletableFuture.completedFuture(metadata);
    }
}
