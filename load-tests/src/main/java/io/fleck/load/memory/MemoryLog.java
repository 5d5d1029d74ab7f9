package io.fleck.load.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Samples of one run or of several processes one after the other. */
public final class MemoryLog {
    private static final double MIB = 1 << 20;

    private final List<MemorySample> samples = new ArrayList<>();

    /** Adds a sample, later than all before. */
    public void add(MemorySample sample) {
        samples.add(sample);
    }

    /** What was added. */
    public List<MemorySample> samples() {
        return List.copyOf(samples);
    }

    /** The highest of a figure among the samples of a part of the run, in MiB; 0 when there are none. */
    public double highestMebibytes(ToLongFunction<MemorySample> figure, double fromSeconds, double toSeconds) {
        return samples.stream()
                        .filter(sample -> sample.seconds() >= fromSeconds && sample.seconds() <= toSeconds)
                        .mapToLong(figure)
                        .max()
                        .orElse(0)
                / MIB;
    }

    /** Writes a table with one row a sample. */
    public void writeCsv(Path file) {
        StringBuilder text = new StringBuilder("seconds,inspected,heap_mib,rss_mib\n");
        for (MemorySample sample : samples) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.1f,%d,%.1f,%.1f%n",
                    sample.seconds(),
                    sample.inspected(),
                    sample.heapBytes() / MIB,
                    sample.rssBytes() / MIB));
        }
        write(file, text.toString());
    }

    /** Draws heap and RSS over time. */
    public void writeSvg(Path file) {
        write(file, MemoryChart.svg(samples));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
