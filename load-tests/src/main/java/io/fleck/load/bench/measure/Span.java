package io.fleck.load.bench.measure;

import java.util.Map;

/**
 * What happened between two moments.
 *
 * @param frames frames that were finished
 * @param seconds time between the two, above 0
 * @param cpuSeconds CPU time that each process spent, by its role
 */
public record Span(long frames, double seconds, Map<String, Double> cpuSeconds) {
    private static final int THOUSAND = 1_000;

    /** Checks the ranges. */
    public Span {
        if (frames < 0 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    frames + " frames in " + seconds + " s; allowed are 0 frames or more in more than 0 s");
        }
        cpuSeconds = Map.copyOf(cpuSeconds);
    }

    /** Frames a second. */
    public double perSecond() {
        return frames / seconds;
    }

    /**
     * CPU seconds that a process spent on 1,000 frames.
     *
     * @throws BenchException when no frame was finished, or no such process was watched
     */
    public double cpuPer1000(String role) {
        Double spent = cpuSeconds.get(role);
        if (spent == null || frames == 0) {
            throw new BenchException("CPU time of " + role + " a frame is unknown: " + this, null);
        }
        return THOUSAND * spent / frames;
    }

    /** CPU seconds of one process a second: cores that it kept busy. */
    public double cores(String role) {
        return cpuSeconds.getOrDefault(role, 0.0) / seconds;
    }
}
