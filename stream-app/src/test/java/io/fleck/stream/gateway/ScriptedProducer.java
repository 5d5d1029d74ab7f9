package io.fleck.stream.gateway;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.serdes.Subjects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's mock producer that acknowledges at once, except where told: it can have no room, as the real one says it (by
 * the callback, inside send), answer a frame with an error, or keep silent.
 */
final class ScriptedProducer extends MockProducer<String, byte[]> {
    static final String TOPIC = "inspection.frames";
    private static final AvroCodec CODEC = codec();

    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
    private final Map<String, Exception> answers = new HashMap<>();
    private final List<Callback> unanswered = new ArrayList<>();
    private int refusals;
    private boolean silent;

    ScriptedProducer() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static AvroCodec codec() {
        AvroCodec codec = AvroCodec.of(RegistrySettings.at("mock://gateway"));
        codec.registrations().register(Subjects.ofValue(TOPIC), Subjects.schemaOf(CameraFrame.class));
        return codec;
    }

    Serializer<CameraFrame> serializer() {
        return CODEC.serializer(CameraFrame.class);
    }

    static CameraFrame frame(ProducerRecord<String, byte[]> message) {
        return CODEC.decoder(CameraFrame.class).decode(TOPIC, message.value());
    }

    /** The content of the tests' pictures is their name. */
    static String nameOf(ProducerRecord<String, byte[]> message) {
        return StandardCharsets.UTF_8.decode(frame(message).getBytes()).toString();
    }

    synchronized void haveNoRoom(int times) {
        refusals = times;
    }

    synchronized void answer(String name, Exception error) {
        answers.put(name, error);
    }

    synchronized void keepSilent() {
        silent = true;
    }

    /** Acknowledges what was left unanswered. */
    void answerAll() {
        List<Callback> waiting;
        synchronized (this) {
            waiting = List.copyOf(unanswered);
            unanswered.clear();
        }
        waiting.forEach(callback -> callback.onCompletion(metadata(), null));
    }

    synchronized List<ProducerRecord<String, byte[]>> sent() {
        return List.copyOf(sent);
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
        if (silent) {
            unanswered.add(answer);
            return new CompletableFuture<>();
        }
        answer.onCompletion(metadata(), answers.get(nameOf(message)));
        return CompletableFuture.completedFuture(metadata());
    }

    private static RecordMetadata metadata() {
        return new RecordMetadata(new TopicPartition(TOPIC, 0), 0, 0, 0, 0, 0);
    }
}
