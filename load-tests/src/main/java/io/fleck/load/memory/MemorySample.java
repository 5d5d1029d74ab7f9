package io.fleck.load.memory;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory at one moment.
 *
 * @param seconds since the beginning
 * @param inspected frames inspected so far
 * @param heapBytes heap in use, garbage included
 * @param rssBytes memory of the process that lies in RAM
 */
public record MemorySample(double seconds, long inspected, long heapBytes, long rssBytes) {
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_(?:bytes_used|used_bytes)\\{area=\"heap\",?} (\\S+)$", Pattern.MULTILINE);

    /**
     * A sample of a process; empty when one of the figures cannot be had.
     *
     * @param pid process id
     * @param metrics its metrics in Prometheus' text format
     */
    public static Optional<MemorySample> of(double seconds, long inspected, long pid, String metrics) {
        Matcher heap = HEAP.matcher(metrics);
        OptionalLong rss = ResidentMemory.now(pid);
        if (!heap.find() || rss.isEmpty()) {
            return Optional.empty();
        }
        long heapBytes = (long) Double.parseDouble(heap.group(1));
        return Optional.of(new MemorySample(seconds, inspected, heapBytes, rss.getAsLong()));
    }
}
