package io.fleck.core.wafer.pattern;

import io.fleck.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Gathers rejected wafers into clusters, one by one in the manner of DP-means (Kulis and Jordan, "Revisiting k-means: new
 * algorithms via Bayesian nonparametrics", 2012): a wafer that lies farther from every cluster than the radius of a class
 * begins its own. A cluster of at least five wafers in the window is a novel pattern, told once, if known wafers that are
 * rejected by mistake would hardly make it: their number within the radius is taken for Poisson, at the rate that the
 * model's calibration wafers had there. Without that, the few per cent of known wafers that every gate rejects make
 * patterns of their own, for they lie at the same edges of their classes.
 *
 * <p>Without a state of its own: the same state and wafer give the same step, and a cluster's id is that of its first wafer.
 * A pattern wider than a class falls into several clusters; one that lies within twice the radius of a pattern that was
 * told joins it and is not told again.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PatternFinder {
    /** Of the square of the radius: clusters whose means lie within it are one. */
    private static final double SAME = 0.5;

    /** Of the square of the radius: a cluster within it of a told pattern belongs to it. */
    private static final double NEAR = 4;

    private static final String PREFIX = "novel-";
    private static final int ID_DIGITS = 12;

    private final LatentSpace space;
    private final String modelDigest;
    private final PatternPolicy policy;

    /**
     * A finder.
     *
     * @param modelDigest SHA-256 of the graph that gives the latent embeddings
     */
    public PatternFinder(LatentSpace space, String modelDigest, PatternPolicy policy) {
        this.space = space;
        this.modelDigest = modelDigest;
        this.policy = policy;
    }

    /** A wafer that the model does not reject: it counts, no more. */
    public PatternState inspected(PatternState state, Instant time) {
        return counted(state, time);
    }

    /**
     * A wafer that the model rejects. The same wafer again within the window changes no cluster.
     *
     * @param wafer its id
     * @param latent its embedding
     */
    public PatternStep rejected(PatternState before, String wafer, Instant time, float[] latent) {
        PatternState state = counted(before, time);
        boolean late = time.isBefore(state.latest().minus(policy.window()));
        if (late || state.clusters().stream().anyMatch(cluster -> cluster.has(wafer))) {
            return new PatternStep(state, null);
        }
        List<PatternCluster> clusters = new ArrayList<>(state.clusters());
        PatternCluster joined = join(clusters, new PatternMember(wafer, time), latent);
        PatternCluster grown = merge(clusters, joined);
        evict(clusters, grown);
        Optional<NovelPattern> found = tell(clusters, grown, state.wafers());
        return new PatternStep(
                new PatternState(modelDigest, state.latest(), state.inspected(), clusters), found.orElse(null));
    }

    /** With one wafer more, and without what has left the window. */
    private PatternState counted(PatternState before, Instant time) {
        PatternState state = before.modelDigest().equals(modelDigest) ? before : PatternState.empty(modelDigest);
        Instant latest = time.isAfter(state.latest()) ? time : state.latest();
        Instant start = latest.minus(policy.window());
        List<PatternCluster> clusters = state.clusters().stream()
                .map(cluster -> cluster.since(start))
                .filter(cluster -> !cluster.members().isEmpty())
                .toList();
        return new PatternState(modelDigest, latest, count(state.inspected(), time, start), clusters);
    }

    private List<InspectedCount> count(List<InspectedCount> before, Instant time, Instant start) {
        long part = Math.max(1, policy.window().toMillis() / PatternState.PARTS);
        Instant begin = Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), part) * part);
        List<InspectedCount> counts = new ArrayList<>();
        long wafers = 1;
        for (InspectedCount count : before) {
            if (count.start().equals(begin)) {
                wafers += count.wafers();
            } else if (count.start().plusMillis(part).isAfter(start)) {
                counts.add(count);
            }
        }
        if (begin.plusMillis(part).isAfter(start)) {
            counts.add(new InspectedCount(begin, wafers));
        }
        counts.sort(Comparator.comparing(InspectedCount::start));
        return counts;
    }

    /** A wafer is farther from the mean of few than from a class's: that mean itself is off by as much more. */
    private PatternCluster join(List<PatternCluster> clusters, PatternMember member, float[] latent) {
        double[] place = space.place(latent);
        int nearest = -1;
        double least = space.radius() * space.radius();
        for (int i = 0; i < clusters.size(); i++) {
            double distance = LatentSpace.squared(place, mean(clusters.get(i)))
                    / (1 + 1.0 / clusters.get(i).count());
            if (distance <= least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest >= 0) {
            clusters.set(nearest, clusters.get(nearest).with(member, latent));
            return clusters.get(nearest);
        }
        PatternCluster opened = new PatternCluster(id(member), floats(latent), 1, List.of(member), false);
        clusters.add(opened);
        return opened;
    }

    private double[] mean(PatternCluster cluster) {
        return space.place(cluster.mean());
    }

    private String id(PatternMember member) {
        String digest = Sha256.of(
                (modelDigest + "\n" + member.wafer() + "\n" + member.time()).getBytes(StandardCharsets.UTF_8));
        return PREFIX + digest.substring(0, ID_DIGITS);
    }

    private static List<Float> floats(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    /** Merges the cluster that grew with what it has come near, until it is near none. */
    private PatternCluster merge(List<PatternCluster> clusters, PatternCluster grown) {
        PatternCluster whole = grown;
        Optional<PatternCluster> other = same(clusters, whole);
        while (other.isPresent()) {
            whole = replace(clusters, whole, other.get());
            other = same(clusters, whole);
        }
        return whole;
    }

    private Optional<PatternCluster> same(List<PatternCluster> clusters, PatternCluster grown) {
        double[] mean = mean(grown);
        double limit = SAME * space.radius() * space.radius();
        return clusters.stream()
                .filter(cluster -> !cluster.id().equals(grown.id()))
                .filter(cluster -> LatentSpace.squared(mean, mean(cluster))
                        <= limit * (1 + 1.0 / cluster.count() + 1.0 / grown.count()))
                .findFirst();
    }

    /** The one that was told stays, else the one that began first. */
    private static PatternCluster replace(List<PatternCluster> clusters, PatternCluster one, PatternCluster other) {
        boolean oneStays =
                one.raised() == other.raised() ? clusters.indexOf(one) < clusters.indexOf(other) : one.raised();
        PatternCluster stays = oneStays ? one : other;
        PatternCluster goes = oneStays ? other : one;
        PatternCluster merged = stays.merged(goes);
        clusters.set(clusters.indexOf(stays), merged);
        clusters.remove(goes);
        return merged;
    }

    /** Gives up the cluster that has waited longest for a wafer, rather one that was not told. */
    private static void evict(List<PatternCluster> clusters, PatternCluster grown) {
        while (clusters.size() > PatternState.MOST_CLUSTERS) {
            clusters.stream()
                    .filter(cluster -> !cluster.id().equals(grown.id()))
                    .min(Comparator.comparing(PatternCluster::raised).thenComparing(PatternFinder::last))
                    .ifPresent(clusters::remove);
        }
    }

    private static Instant last(PatternCluster cluster) {
        return cluster.members().get(cluster.members().size() - 1).time();
    }

    private Optional<NovelPattern> tell(List<PatternCluster> clusters, PatternCluster grown, long wafers) {
        if (grown.raised() || grown.members().size() < policy.fewest()) {
            return Optional.empty();
        }
        double pValue = chance(grown, wafers);
        if (pValue > policy.chance()) {
            return Optional.empty();
        }
        Optional<PatternCluster> told = told(clusters, grown);
        if (told.isPresent()) {
            replace(clusters, told.get(), grown);
            return Optional.empty();
        }
        clusters.set(clusters.indexOf(grown), grown.told());
        return Optional.of(NovelPattern.of(grown, pValue));
    }

    private double chance(PatternCluster cluster, long wafers) {
        double expected = wafers * space.falseRejects(mean(cluster));
        return PoissonDistribution.of(expected)
                .survivalProbability(cluster.members().size() - 1);
    }

    private Optional<PatternCluster> told(List<PatternCluster> clusters, PatternCluster grown) {
        double[] mean = mean(grown);
        return clusters.stream()
                .filter(PatternCluster::raised)
                .filter(cluster -> LatentSpace.squared(mean, mean(cluster)) <= NEAR * space.radius() * space.radius())
                .findFirst();
    }
}
