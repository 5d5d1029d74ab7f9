package io.fleck.stream.gateway;

/**
 * Who has which number, and what became of it. A ledger that outlives the process assigns durably before anything is
 * sent, so that a frame sent twice is the same frame.
 *
 * <p>{@link #assign} and {@link #sync} are called by the gateway's thread, the others by any thread.
 */
public interface FrameLedger extends AutoCloseable {
    /**
     * Number and id of a frame.
     *
     * @param sequence running number within the camera, from 0
     * @param id as {@link FrameId#of} makes it
     */
    record Assignment(long sequence, String id) {
        /** Refuses a negative number. */
        public Assignment {
            if (sequence < 0) {
                throw new IllegalArgumentException("sequence " + sequence + " must be 0 or more");
            }
        }
    }

    /** Gives a picture its number and id: those it had before where it was assigned and never acknowledged. */
    Assignment assign(FrameItem item, byte[] content);

    /** Makes the assignments so far durable. Nothing is sent before. */
    void sync();

    /** The broker has the frame. */
    void acknowledged(Assignment assignment);

    /** The picture will not be sent. */
    void failed(FrameItem item, String reason);

    /** Makes everything durable and lets go. */
    @Override
    void close();
}
