package io.fleck.load.flink;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Frames from Kafka, inspected by an ordered asynchronous function, results to Kafka: exactly once, by checkpoints and a
 * transactional sink that commits with each of them.
 *
 * <p>One task does all but the inspection, chained and with objects reused, which is the least that Flink can cost on a
 * machine of few cores. It writes results only: no anomaly events, masks, dead letters or previews.
 */
final class InspectionJob {
    /** As many frames as Fleck keeps on their way by default. */
    private static final int CAPACITY = 64;

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(1);
    private static final int FETCH = 64 << 20;
    private static final int LARGEST_RECORD = 20 << 20;
    private static final int BATCH = 256 << 10;
    private static final int LINGER_MILLIS = 2;

    private InspectionJob() {}

    /** Runs until the process ends. */
    static void run(JobSettings settings) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration(settings));
        environment.getConfig().enableObjectReuse();
        environment.enableCheckpointing(settings.checkpoints().toMillis(), CheckpointingMode.EXACTLY_ONCE);
        DataStream<RawFrame> frames =
                environment.fromSource(source(settings), WatermarkStrategy.noWatermarks(), "frames");
        SingleOutputStreamOperator<RawResult> results = AsyncDataStream.orderedWait(
                        frames, new InspectAsync(settings), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS, CAPACITY)
                .returns(TypeInformation.of(RawResult.class));
        results.sinkTo(sink(settings));
        environment.execute("fleck-peer");
    }

    private static Configuration configuration(JobSettings settings) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file://" + settings.folder() + "/checkpoints");
        return configuration;
    }

    private static KafkaSource<RawFrame> source(JobSettings settings) {
        return KafkaSource.<RawFrame>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setTopics(settings.frames())
                .setGroupId(settings.frames() + "-peer")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawFrames())
                .setProperty("isolation.level", "read_committed")
                .setProperty("max.partition.fetch.bytes", Integer.toString(LARGEST_RECORD))
                .setProperty("fetch.max.bytes", Integer.toString(FETCH))
                .build();
    }

    private static KafkaSink<RawResult> sink(JobSettings settings) {
        Properties producer = new Properties();
        producer.setProperty("linger.ms", Integer.toString(LINGER_MILLIS));
        producer.setProperty("batch.size", Integer.toString(BATCH));
        producer.setProperty("transaction.timeout.ms", Long.toString(TRANSACTION_TIMEOUT.toMillis()));
        return KafkaSink.<RawResult>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(new RawResults(settings.results()))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.results() + "-peer")
                .build();
    }
}
