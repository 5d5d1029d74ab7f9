package io.fleck.stream.gateway;

/** Numbers for as long as the process lives: for sources that have nothing to resume. */
public final class MemoryLedger implements FrameLedger {
    private final String camera;
    private long next;

    /** A ledger that starts at 0. */
    public MemoryLedger(String camera) {
        this.camera = camera;
    }

    @Override
    public Assignment assign(FrameItem item, byte[] content) {
        long sequence = next++;
        return new Assignment(sequence, FrameId.of(camera, sequence, content));
    }

    @Override
    public void sync() {
        // memory is as durable as it gets
    }

    @Override
    public void acknowledged(Assignment assignment) {
        // the gateway counts
    }

    @Override
    public void failed(FrameItem item, String reason) {
        // the gateway counts and tells
    }

    @Override
    public void close() {
        // holds nothing
    }
}
