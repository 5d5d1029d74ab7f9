package io.fleck.load.bench.traffic;

import io.fleck.stream.topics.Topics;
import java.util.List;

/**
 * A production line on a cluster.
 *
 * @param bootstrapServers brokers
 * @param topics names of its topics
 * @param partitions of its topic of frames; frames are spread evenly
 * @param cameras whose frames keep their order; at least as many as partitions
 * @param pictures sent in turn, at least one
 */
public record Line(String bootstrapServers, Topics topics, int partitions, int cameras, List<Picture> pictures) {
    /** Checks the ranges. */
    public Line {
        pictures = List.copyOf(pictures);
        if (partitions < 1 || cameras < partitions) {
            throw new IllegalArgumentException(
                    cameras + " cameras on " + partitions + " partitions; each partition needs at least one");
        }
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("a line needs at least one picture");
        }
    }
}
