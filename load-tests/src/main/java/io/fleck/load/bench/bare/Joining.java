package io.fleck.load.bench.bare;

import java.util.List;

/** Waiting for threads that are about to end. */
final class Joining {
    private Joining() {}

    /** Waits for all, also when interrupted meanwhile; the interrupt stays set. */
    static void all(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
