package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The same pictures over and over, in the order given; each round's frames get new sequence numbers and ids. */
public final class LoopingSource implements FrameSource {
    private final List<FrameItem> items;
    private int next;

    /**
     * A source that never ends.
     *
     * @param items at least one picture
     */
    public LoopingSource(List<FrameItem> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a looping source needs at least one picture");
        }
        this.items = List.copyOf(items);
    }

    @Override
    public Optional<FrameItem> poll(Duration wait) {
        FrameItem item = items.get(next);
        next = (next + 1) % items.size();
        return Optional.of(item);
    }

    @Override
    public boolean exhausted() {
        return false;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
