package io.fleck.stream.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a few pictures ahead and has them numbered together, so that one write to disk serves them all. */
final class FramePreparer {
    static final int AHEAD = 16;
    private static final long AHEAD_BYTES = 32L << 20;
    private static final Duration WAIT = Duration.ofMillis(200);

    private final FrameSource source;
    private final FrameLedger ledger;
    private final Outcomes outcomes;
    private final long limit;

    /**
     * A preparer of a source's pictures.
     *
     * @param limit bytes of the largest picture that can be sent; a larger one fails without being read
     */
    FramePreparer(FrameSource source, FrameLedger ledger, Outcomes outcomes, long limit) {
        this.source = source;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.limit = limit;
    }

    /** What is there now, at most {@link #AHEAD} frames, durably numbered; waits a moment when there is nothing. */
    List<PreparedFrame> next() throws InterruptedException {
        List<PreparedFrame> frames = new ArrayList<>();
        long bytes = 0;
        Optional<FrameItem> item = source.poll(WAIT);
        while (item.isPresent()) {
            Optional<PreparedFrame> frame = prepare(item.get());
            frame.ifPresent(frames::add);
            bytes += frame.map(f -> f.bytes().remaining()).orElse(0);
            boolean more = frames.size() < AHEAD && bytes < AHEAD_BYTES && !source.exhausted();
            item = more ? source.poll(Duration.ZERO) : Optional.empty();
        }
        if (!frames.isEmpty()) {
            ledger.sync();
        }
        return frames;
    }

    private Optional<PreparedFrame> prepare(FrameItem item) {
        if (item.size() > limit) {
            outcomes.failed(item, tooLarge(item.size()));
            return Optional.empty();
        }
        try {
            byte[] bytes = item.content().read();
            if (bytes.length == 0) {
                outcomes.failed(item, "it is empty");
                return Optional.empty();
            }
            return Optional.of(new PreparedFrame(item, ledger.assign(item, bytes), ByteBuffer.wrap(bytes)));
        } catch (IOException e) {
            outcomes.failed(item, "it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private String tooLarge(long size) {
        String where = limit > GatewaySettings.INLINE_LIMIT ? "that a picture may have" : "that fit into a record";
        return "it has " + size + " bytes, more than the " + limit + " " + where;
    }
}
