package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.core.batch.Callers;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.pending.PendingResultsBuilder;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * The streams of the application: frames in; results, anomalies, masks and dead letters out.
 *
 * <p>Sources and sinks carry bytes, so that a value that cannot be decoded becomes a dead letter byte by byte as it came,
 * and a registry that is away is waited for instead of failing inside a sink.
 */
public final class InspectionTopology {
    private static final String FRAMES = "frames";
    private static final String FRAME_INSPECTOR = "frame-inspector";
    private static final List<Topic> OUTPUTS = List.of(Topic.RESULTS, Topic.ANOMALIES, Topic.MASKS, Topic.DEAD_LETTERS);

    private InspectionTopology() {}

    /**
     * What the topology works with. Everything is shared by all stream threads.
     *
     * @param applicationId named in dead letters
     * @param topics names and limits of the topics
     * @param codec Avro over the schema registry
     * @param stations what each station inspects with
     * @param callers the stream threads, as the models' batchers know them
     * @param flow how much is in flight, and for how long a commit waits
     * @param claims redeems claim checks of pictures that are not in their records
     * @param fetches where that is done
     * @param circuit waits for what is away
     * @param previews takes inspected frames for the live wall
     * @param metrics counts and measures
     * @param clock wall clock, for send times
     * @param nanoTime monotonic clock, for durations
     */
    public record Collaborators(
            String applicationId,
            TopicLayout topics,
            AvroCodec codec,
            Stations stations,
            Callers callers,
            Flow flow,
            Claims claims,
            FetchPool fetches,
            Circuit circuit,
            Previews previews,
            InspectionMetrics metrics,
            Clock clock,
            LongSupplier nanoTime) {}

    /** The topology over some collaborators. */
    public static Topology of(Collaborators with) {
        Topology topology = new Topology();
        topology.addSource(
                FRAMES,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                with.topics().names().name(Topic.FRAMES));
        topology.addProcessor(FRAME_INSPECTOR, frameInspectors(with), FRAMES);
        topology.addStateStore(
                new PendingResultsBuilder<PendingFrame, InspectionOutcome>(
                        FrameInspector.PENDING, with.flow().drainBound(), with.nanoTime()),
                FRAME_INSPECTOR);
        if (with.flow().findsDuplicates()) {
            topology.addStateStore(SeenFrames.store(with.flow().duplicateWindow()), FRAME_INSPECTOR);
        }
        for (Topic output : OUTPUTS) {
            topology.addSink(
                    sink(output),
                    with.topics().names().name(output),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    FRAME_INSPECTOR);
        }
        return topology;
    }

    /** Name of the node that writes to a topic. */
    static String sink(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> frameInspectors(Collaborators with) {
        FrameInspection inspection = new FrameInspection(
                new FrameReader(with.codec().decoder(CameraFrame.class), with.stations()),
                new ClaimedPictures(with.claims(), with.circuit(), with.metrics(), with.nanoTime()),
                with.fetches(),
                new OutcomeWriter(with.codec(), with.topics(), with.clock()),
                with.circuit(),
                new Deadlines(with.clock(), with.nanoTime()),
                with.flow().patience(),
                with.previews(),
                with.metrics(),
                with.nanoTime());
        DeadLetters deadLetters = new DeadLetters(with.applicationId(), with.clock());
        return () -> new FrameInspector(inspection, deadLetters, with);
    }
}
