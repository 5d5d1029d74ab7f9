package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.topology.PoisonException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From a raw record to a frame whose fields are all in range; a claimed picture is fetched later. Safe for use by several threads. */
final class FrameReader {
    private static final int LONGEST_ID = 128;

    private final AvroDecoder<CameraFrame> decoder;
    private final Stations stations;

    FrameReader(AvroDecoder<CameraFrame> decoder, Stations stations) {
        this.decoder = decoder;
        this.stations = stations;
    }

    /**
     * Reads a frame.
     *
     * @throws PoisonException when it can never be inspected
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    Frame read(Input input) {
        CameraFrame record = decode(input);
        requireId(record.getId());
        requireKey(input.key(), record.getCamera());
        Station station = stations.find(record.getStation())
                .orElseThrow(() -> new PoisonException(
                        Fault.FRAME_STATION_UNKNOWN,
                        "station '" + record.getStation() + "' is not configured, and there is no default station"));
        String eventId = EventIds.of(
                record.getId(), station.model().getName(), station.model().getVersion());
        return new Frame(input, record, eventId, FramePicture.of(record, station.settings()), station);
    }

    private CameraFrame decode(Input input) {
        try {
            return decoder.decode(input.topic(), input.value());
        } catch (UndecodableException e) {
            throw PoisonException.of(e);
        }
    }

    private static void requireId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new PoisonException(
                    Fault.FRAME_INVALID, "id has " + id.length() + " characters; allowed are 1 to " + LONGEST_ID);
        }
    }

    /** Frames of a camera keep their order only within one partition, which the key decides. */
    private static void requireKey(byte @Nullable [] key, String camera) {
        if (key == null || !Arrays.equals(key, camera.getBytes(StandardCharsets.UTF_8))) {
            throw new PoisonException(
                    Fault.FRAME_KEY_MISMATCH,
                    "the record key has to be the camera id '" + camera + "' in UTF-8, it is "
                            + (key == null ? "absent" : "'" + new String(key, StandardCharsets.UTF_8) + "'"));
        }
    }
}
