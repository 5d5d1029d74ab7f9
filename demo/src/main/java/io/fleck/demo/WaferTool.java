package io.fleck.demo;

/** Sends wafer maps while the demo runs. */
interface WaferTool extends AutoCloseable {
    /** Sends no more and waits for what is in flight. */
    void stop();

    /** Maps that the broker has acknowledged. */
    long acknowledged();

    @Override
    void close();
}
