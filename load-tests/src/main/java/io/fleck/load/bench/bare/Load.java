package io.fleck.load.bench.bare;

/** Pictures being inspected on threads of its own, from when it is made until it is closed. */
interface Load extends AutoCloseable {
    /** Stops and waits for its threads. */
    @Override
    void close();
}
