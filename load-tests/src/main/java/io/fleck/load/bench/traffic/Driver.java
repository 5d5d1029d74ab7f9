package io.fleck.load.bench.traffic;

import io.fleck.load.bench.measure.Meter;

/** A thread that sends until it is closed. */
final class Driver implements AutoCloseable {
    private final Thread thread;
    private final Meter meter;
    private final Work work;
    private volatile boolean stopped;

    /** What it does until it goes on no longer. */
    @FunctionalInterface
    interface Work {
        void drive(Driver driver) throws InterruptedException;
    }

    private Driver(Meter meter, Work work) {
        this.meter = meter;
        this.work = work;
        this.thread = new Thread(this::run, "fleck-bench-driver");
    }

    /**
     * Starts it.
     *
     * @param meter told when it fails
     */
    static Driver start(Meter meter, Work work) {
        Driver driver = new Driver(meter, work);
        driver.thread.setDaemon(true);
        driver.thread.start();
        return driver;
    }

    private void run() {
        try {
            work.drive(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            meter.fail(e);
        }
    }

    /** Whether to send on. */
    boolean goesOn() {
        return !stopped;
    }

    /** Stops it and waits until it has sent its last frame. */
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
