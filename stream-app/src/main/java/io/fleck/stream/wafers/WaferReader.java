package io.fleck.stream.wafers;

import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.topology.EventIds;
import io.fleck.stream.topology.Input;
import io.fleck.stream.topology.PoisonException;
import io.fleck.stream.topology.PoisonException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** From a raw record to a wafer map whose fields are all in range. Safe for use by several threads. */
final class WaferReader {
    private static final int LONGEST_ID = 128;

    private final AvroDecoder<WaferDefectMap> decoder;
    private final WaferModels models;

    WaferReader(AvroDecoder<WaferDefectMap> decoder, WaferModels models) {
        this.decoder = decoder;
        this.models = models;
    }

    /**
     * Reads a wafer map.
     *
     * @throws PoisonException when it can never be inspected
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    Wafer read(Input input) {
        WaferDefectMap record = decode(input);
        requireId(record.getId());
        requireKey(input, LotOrder.key(record.getLot(), record.getWafer()));
        DefectMap map = map(record);
        WaferModel model = models.find(map)
                .orElseThrow(() -> new PoisonException(
                        Fault.WAFER_KIND_UNSERVED,
                        "no model of "
                                + (map.bins().isPresent() ? "bin maps" : "lists of defects")
                                + " is configured, and this is one"));
        String eventId = EventIds.of(
                record.getId(), model.reference().getName(), model.reference().getVersion());
        return new Wafer(input, record.getId(), map, record.getInspectedAt(), eventId, model);
    }

    private WaferDefectMap decode(Input input) {
        try {
            return decoder.decode(input.topic(), input.value());
        } catch (UndecodableException e) {
            throw PoisonException.of(e);
        }
    }

    private static void requireId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new PoisonException(
                    Fault.WAFER_INVALID, "id has " + id.length() + " characters; allowed are 1 to " + LONGEST_ID);
        }
    }

    /** Wafers of a lot keep their order only within one partition, which the key decides. */
    private static void requireKey(Input input, String needed) {
        byte[] key = input.key();
        if (key == null || !Arrays.equals(key, needed.getBytes(StandardCharsets.UTF_8))) {
            throw new PoisonException(
                    Fault.WAFER_KEY_MISMATCH,
                    "the record key has to be lot and wafer, '" + needed + "' in UTF-8, it is "
                            + (key == null ? "absent" : "'" + new String(key, StandardCharsets.UTF_8) + "'"));
        }
    }

    private static DefectMap map(WaferDefectMap record) {
        try {
            return MapRecords.map(record);
        } catch (IllegalArgumentException e) {
            throw new PoisonException(Fault.WAFER_INVALID, String.valueOf(e.getMessage()));
        }
    }
}
