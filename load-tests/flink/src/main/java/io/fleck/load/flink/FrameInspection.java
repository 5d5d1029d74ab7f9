package io.fleck.load.flink;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.inspect.Inspector;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.RegistrySettings;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** From a frame's bytes to its result's bytes with Fleck's own serdes, decoders and engine. Safe for use by threads. */
final class FrameInspection implements AutoCloseable {
    private static final int NANOS_PER_MICRO = 1_000;

    private final String results;
    private final AvroCodec codec;
    private final AvroDecoder<CameraFrame> decoder;
    private final Serializer<InspectionResult> serializer;
    private final Inspector inspector;
    private final ModelReference model;

    FrameInspection(JobSettings settings) {
        this.results = settings.results();
        this.codec = AvroCodec.of(RegistrySettings.at(settings.registryUrl()));
        this.decoder = codec.decoder(CameraFrame.class);
        this.serializer = codec.serializer(InspectionResult.class);
        this.inspector = Inspector.open(
                ModelPackage.load(Path.of(settings.model())),
                Engines.select(settings.engine()),
                EngineOptions.DEFAULT.withWorkers(settings.workers()).withThreads(settings.engineThreads()));
        ModelManifest manifest = inspector.manifest();
        this.model = new ModelReference(manifest.name(), manifest.version(), manifest.graphSha256());
    }

    RawResult inspect(RawFrame raw) {
        CameraFrame frame = decoder.decode(raw.topic, raw.value);
        EncodedImage picture = new EncodedImage(
                PixelFormat.ofName(frame.getFormat().name()),
                frame.getWidth(),
                frame.getHeight(),
                frame.getStride(),
                frame.getBytes());
        InspectionOutcome outcome = inspector.inspect(picture, inspector.settings());
        RawResult result = new RawResult();
        result.key = raw.key;
        result.value = serializer.serialize(results, result(raw, frame, outcome));
        return result;
    }

    private InspectionResult result(RawFrame raw, CameraFrame frame, InspectionOutcome outcome) {
        return InspectionResult.newBuilder()
                .setEventId(frame.getId())
                .setInputId(frame.getId())
                .setSource(new SourceRecord(raw.topic, raw.partition, raw.offset))
                .setCamera(frame.getCamera())
                .setStation(frame.getStation())
                .setSequence(frame.getSequence())
                .setCapturedAt(frame.getCapturedAt())
                .setInspectedAt(Instant.now())
                .setVerdict(outcome.anomalous() ? Verdict.ANOMALY : Verdict.OK)
                .setScore(outcome.score())
                .setThreshold(outcome.threshold())
                .setPValue(pValue(outcome))
                .setModel(model)
                .setTimings(timings(outcome.timings()))
                .build();
    }

    private static @Nullable Double pValue(InspectionOutcome outcome) {
        return outcome.pValue().isPresent() ? outcome.pValue().getAsDouble() : null;
    }

    private static StageTimings timings(io.fleck.core.inspect.StageTimings times) {
        return new StageTimings(
                micros(times.queueNanos()),
                micros(times.decodeNanos()),
                micros(times.batchNanos()),
                micros(times.inferNanos()),
                micros(times.postprocessNanos()));
    }

    private static long micros(long nanos) {
        return nanos < 0 ? -1 : nanos / NANOS_PER_MICRO;
    }

    @Override
    public void close() {
        inspector.close();
        codec.close();
    }
}
