package io.fleck.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, last opened first; one that fails to close keeps none of the others open. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        opened.addFirst(part);
        return part;
    }

    @Override
    public void close() {
        for (AutoCloseable part = opened.pollFirst(); part != null; part = opened.pollFirst()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("could not close {}", part, e);
            }
        }
    }
}
