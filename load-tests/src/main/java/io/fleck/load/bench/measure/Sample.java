package io.fleck.load.bench.measure;

import java.util.HashMap;
import java.util.Map;

/**
 * One moment.
 *
 * @param nanos of a monotonic clock
 * @param frames finished so far
 * @param cpuSeconds spent so far, by role
 */
record Sample(long nanos, long frames, Map<String, Double> cpuSeconds) {
    /** What happened since an earlier moment. Of a process that was not there then, all counts. */
    Span since(Sample before) {
        Map<String, Double> spent = new HashMap<>();
        cpuSeconds.forEach((role, seconds) ->
                spent.put(role, Math.max(0, seconds - before.cpuSeconds.getOrDefault(role, 0.0))));
        return new Span(frames - before.frames, (nanos - before.nanos) / 1e9, spent);
    }
}
