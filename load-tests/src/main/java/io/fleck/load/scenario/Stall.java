package io.fleck.load.scenario;

/** Notices that a count has not grown for {@link Waiting#LIMIT}. */
final class Stall {
    private long highest = -1;
    private long since = System.nanoTime();

    boolean noticed(long count) {
        long now = System.nanoTime();
        if (count > highest) {
            highest = count;
            since = now;
        }
        return now - since > Waiting.LIMIT.toNanos();
    }
}
