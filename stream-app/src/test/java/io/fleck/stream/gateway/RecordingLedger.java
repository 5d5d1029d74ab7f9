package io.fleck.stream.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what happened, in order. */
final class RecordingLedger implements FrameLedger {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final MemoryLedger numbers = new MemoryLedger("camera-1");

    List<String> events() {
        return events;
    }

    @Override
    public Assignment assign(FrameItem item, byte[] content) {
        Assignment assignment = numbers.assign(item, content);
        events.add("assign " + item.name() + "=" + assignment.sequence());
        return assignment;
    }

    @Override
    public void sync() {
        events.add("sync");
    }

    @Override
    public void acknowledged(Assignment assignment) {
        events.add("acknowledged " + assignment.sequence());
    }

    @Override
    public void failed(FrameItem item, String reason) {
        events.add("failed " + item.name());
    }

    @Override
    public void close() {
        events.add("close");
    }
}
