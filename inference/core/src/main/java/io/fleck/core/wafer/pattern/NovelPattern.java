package io.fleck.core.wafer.pattern;

import java.time.Instant;
import java.util.List;

/**
 * A pattern that nobody has named: told once.
 *
 * @param id of its cluster
 * @param wafers of the window
 * @param mean of their latent embeddings, one value a dimension
 * @param count wafers behind the mean
 * @param pValue probability that known wafers rejected by mistake make such a cluster
 * @param first time of its first wafer in the window
 * @param last time of its last
 */
public record NovelPattern(
        String id, List<String> wafers, List<Float> mean, long count, double pValue, Instant first, Instant last) {
    /** Keeps copies. */
    public NovelPattern {
        wafers = List.copyOf(wafers);
        mean = List.copyOf(mean);
    }

    static NovelPattern of(PatternCluster cluster, double pValue) {
        List<PatternMember> members = cluster.members();
        return new NovelPattern(
                cluster.id(),
                members.stream().map(PatternMember::wafer).toList(),
                cluster.mean(),
                cluster.count(),
                pValue,
                members.get(0).time(),
                members.get(members.size() - 1).time());
    }
}
