package io.fleck.stream.wafers;

import io.fleck.core.wafer.DefectMap;
import io.fleck.stream.topology.Input;
import io.fleck.stream.topology.Subject;
import java.time.Instant;

/**
 * A wafer map whose fields are all in range, with what it is to be inspected with.
 *
 * @param input the record that it came in
 * @param id of the map: the same map sent twice has the same
 * @param map the map
 * @param inspectedAt when its tool looked at it
 * @param eventId event id of its outcome
 * @param model what it is inspected with
 */
record Wafer(Input input, String id, DefectMap map, Instant inspectedAt, String eventId, WaferModel model)
        implements Subject {
    @Override
    public String identity() {
        return LotOrder.key(map.identity().lot(), map.identity().wafer()) + '/' + id;
    }
}
