package io.fleck.load.scenario;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An application that keeps no promise: it loses a frame, gives another two results, and lets two change places. */
public final class ClumsyAppMain {
    static final long LOST = 10;
    static final long TWICE = 20;
    static final long LATE = 30;
    static final long BEHIND = 36;

    private final Topics topics;
    private final AvroCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<ProducerRecord<byte[], byte[]>> late = new ArrayList<>();

    private ClumsyAppMain(FleckConfig config) {
        topics = config.topics().layout().names();
        codec = AvroCodec.of(config.registry());
        producer = new KafkaProducer<>(config.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Takes {@code run --config FILE} as the application does. */
    public static void main(String[] args) {
        FleckConfig config = FleckConfig.load(Path.of(args[2]));
        ClumsyAppMain app = new ClumsyAppMain(config);
        Map<String, Object> settings = config.kafka().consumer();
        settings.put("group.id", config.kafka().applicationId());
        settings.put("auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(app.topics.name(Topic.FRAMES)));
        while (true) {
            consumer.poll(Duration.ofMillis(100)).forEach(app::inspect);
        }
    }

    private void inspect(ConsumerRecord<byte[], byte[]> record) {
        CameraFrame frame = codec.decoder(CameraFrame.class).decode(record.topic(), record.value());
        long number = number(frame);
        String results = topics.name(Topic.RESULTS);
        byte[] value = codec.serializer(InspectionResult.class).serialize(results, result(frame, record));
        var result = new ProducerRecord<>(results, record.key(), value);
        if (number == LATE) {
            late.add(result);
        } else if (number != LOST) {
            send(result);
        }
        if (number == TWICE) {
            send(result);
        }
        if (number == BEHIND) {
            late.forEach(this::send);
        }
    }

    private void send(ProducerRecord<byte[], byte[]> result) {
        Future<?> unused = producer.send(result);
    }

    /** The number of a frame in its driver's count, of which camera and sequence are the parts. */
    private static long number(CameraFrame frame) {
        return frame.getSequence() * 6
                + Long.parseLong(frame.getCamera().substring(frame.getCamera().lastIndexOf('-') + 1));
    }

    private static InspectionResult result(CameraFrame frame, ConsumerRecord<?, ?> record) {
        return InspectionResult.newBuilder()
                .setEventId(frame.getId())
                .setInputId(frame.getId())
                .setSource(new SourceRecord(record.topic(), record.partition(), record.offset()))
                .setCamera(frame.getCamera())
                .setStation(frame.getStation())
                .setSequence(frame.getSequence())
                .setCapturedAt(frame.getCapturedAt())
                .setInspectedAt(Instant.EPOCH)
                .setVerdict(Verdict.OK)
                .setScore(0.0)
                .setThreshold(1.0)
                .setModel(new ModelReference("none", "0", ""))
                .setTimings(new StageTimings())
                .build();
    }
}
