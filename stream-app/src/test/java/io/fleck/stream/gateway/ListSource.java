package io.fleck.stream.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A few pictures, then the end; or no end, with nothing more coming. */
final class ListSource implements FrameSource {
    private final Queue<FrameItem> items;
    private final boolean endless;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ListSource(List<FrameItem> items, boolean endless) {
        this.items = new ArrayDeque<>(items);
        this.endless = endless;
    }

    static ListSource of(FrameItem... items) {
        return new ListSource(List.of(items), false);
    }

    static ListSource endless(FrameItem... items) {
        return new ListSource(List.of(items), true);
    }

    boolean closed() {
        return closed.getCount() == 0;
    }

    @Override
    public Optional<FrameItem> poll(Duration wait) throws InterruptedException {
        if (items.isEmpty()) {
            var unused = closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
        return Optional.ofNullable(items.poll());
    }

    @Override
    public boolean exhausted() {
        return !endless && items.isEmpty();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
