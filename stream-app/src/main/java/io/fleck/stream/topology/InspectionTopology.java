package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.claims.Claims;
import io.fleck.stream.claims.FetchPool;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The streams of frames: frames in; results, anomalies, masks and dead letters out.
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
     * @param claims redeems claim checks of pictures that are not in their records
     * @param fetches where that is done
     * @param circuit waits for what is away
     * @param previews takes inspected frames for the live wall
     * @param metrics counts and measures
     * @param shared what frames share with inputs of other kinds
     */
    public record Collaborators(
            String applicationId,
            TopicLayout topics,
            AvroCodec codec,
            Stations stations,
            Claims claims,
            FetchPool fetches,
            Circuit circuit,
            Previews previews,
            InspectionMetrics metrics,
            Intake.Shared shared) {}

    /** Adds the streams of frames to a topology. */
    public static void addTo(Topology topology, Collaborators with) {
        Intake<Frame, InspectionOutcome> intake = frames(with);
        topology.addSource(
                FRAMES,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                with.topics().names().name(Topic.FRAMES));
        topology.addProcessor(FRAME_INSPECTOR, intake, FRAMES);
        for (Topic output : OUTPUTS) {
            topology.addSink(
                    intake.child(Emission.child(output)),
                    with.topics().names().name(output),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    FRAME_INSPECTOR);
        }
    }

    private static Intake<Frame, InspectionOutcome> frames(Collaborators with) {
        Intake.Shared shared = with.shared();
        FrameInspection inspection = new FrameInspection(
                new FrameReader(with.codec().decoder(CameraFrame.class), with.stations()),
                new ClaimedPictures(with.claims(), with.circuit(), with.metrics(), shared.nanoTime()),
                with.fetches(),
                new OutcomeWriter(with.codec(), with.topics(), shared.clock()),
                with.circuit(),
                new Deadlines(shared.clock(), shared.nanoTime()),
                shared.flow().patience(),
                with.previews(),
                with.metrics(),
                shared.nanoTime());
        return new Intake<>(
                FRAMES,
                inspection,
                InspectionTopology::camera,
                new DeadLetters(with.applicationId(), shared.clock()),
                with.metrics().frames(),
                shared);
    }

    /** Frames of one camera, which is their key, keep their order: its hash suffices, a collision only keeps more of it. */
    private static String camera(Input input) {
        return Integer.toHexString(Arrays.hashCode(input.key()));
    }
}
