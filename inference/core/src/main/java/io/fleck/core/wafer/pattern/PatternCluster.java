package io.fleck.core.wafer.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Wafers that the model rejects and that lie together.
 *
 * @param id the same for as long as the cluster lives, over restarts and merges
 * @param mean of the latent embeddings of all its wafers so far
 * @param count all its wafers so far, at least 1
 * @param members its wafers of the window, the oldest first, at most {@link #MOST_MEMBERS}
 * @param raised whether it was told as a novel pattern
 */
public record PatternCluster(String id, List<Float> mean, long count, List<PatternMember> members, boolean raised) {
    /** More wafers of the window than this are not kept: what they would say is known by then. */
    public static final int MOST_MEMBERS = 64;

    /** Checks the ranges; keeps copies. */
    public PatternCluster {
        mean = List.copyOf(mean);
        members = List.copyOf(members);
        if (count < 1 || members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException("cluster " + id + " of " + count + " wafers with " + members.size()
                    + " kept; at least 1, at most " + MOST_MEMBERS + " kept");
        }
    }

    /** With one more wafer. */
    PatternCluster with(PatternMember member, float[] latent) {
        List<Float> moved = new ArrayList<>(mean.size());
        for (int i = 0; i < latent.length; i++) {
            moved.add(mean.get(i) + (latent[i] - mean.get(i)) / (count + 1));
        }
        List<PatternMember> kept = new ArrayList<>(members);
        kept.add(member);
        return new PatternCluster(id, moved, count + 1, latest(kept), raised);
    }

    /** Both in one: it keeps the id of this one. */
    PatternCluster merged(PatternCluster other) {
        long sum = count + other.count;
        List<Float> moved = new ArrayList<>(mean.size());
        for (int i = 0; i < mean.size(); i++) {
            moved.add((float) ((mean.get(i) * (double) count + other.mean.get(i) * (double) other.count) / sum));
        }
        List<PatternMember> kept = new ArrayList<>(members);
        kept.addAll(other.members);
        kept.sort(Comparator.comparing(PatternMember::time));
        return new PatternCluster(id, moved, sum, latest(kept), raised || other.raised);
    }

    PatternCluster since(Instant start) {
        if (members.stream().noneMatch(member -> member.time().isBefore(start))) {
            return this;
        }
        return new PatternCluster(
                id,
                mean,
                count,
                members.stream()
                        .filter(member -> !member.time().isBefore(start))
                        .toList(),
                raised);
    }

    PatternCluster told() {
        return new PatternCluster(id, mean, count, members, true);
    }

    boolean has(String wafer) {
        return members.stream().anyMatch(member -> member.wafer().equals(wafer));
    }

    private static List<PatternMember> latest(List<PatternMember> members) {
        return members.subList(Math.max(0, members.size() - MOST_MEMBERS), members.size());
    }
}
