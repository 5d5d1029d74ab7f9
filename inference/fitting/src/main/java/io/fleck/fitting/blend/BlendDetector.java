package io.fleck.fitting.blend;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.Ensemble;
import io.fleck.fitting.fit.FittedDetector;
import io.fleck.fitting.fit.Ranks;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/** Mean of the ranks that the members' scores have at a site. */
final class BlendDetector implements Ensemble {
    private final List<FittedDetector> members;
    private final List<Ranks> ranks;

    private BlendDetector(List<FittedDetector> members, List<Ranks> ranks) {
        this.members = List.copyOf(members);
        this.ranks = List.copyOf(ranks);
        if (members.size() != ranks.size()) {
            throw new IllegalArgumentException(members.size() + " members and ranks of " + ranks.size());
        }
    }

    /** Members whose own scores are their ranks. */
    static BlendDetector unranked(List<FittedDetector> members) {
        return new BlendDetector(
                members, members.stream().map(member -> Ranks.IDENTITY).toList());
    }

    @Override
    public Ensemble ranked(List<Ranks> others) {
        return new BlendDetector(members, others);
    }

    @Override
    public Grid grid() {
        return members.get(0).grid();
    }

    @Override
    public float[][] memberMaps(float[] features) {
        return members.stream().map(member -> member.map(features).scores()).toArray(float[][]::new);
    }

    @Override
    public float[] combine(float[][] maps) {
        float[] combined = new float[maps[0].length];
        for (int site = 0; site < combined.length; site++) {
            double sum = 0;
            for (int member = 0; member < maps.length; member++) {
                sum += ranks.get(member).of(maps[member][site]);
            }
            combined[site] = (float) (sum / maps.length);
        }
        return combined;
    }

    @Override
    public ScoreMap map(float[] features) {
        return new ScoreMap(grid().columns(), grid().rows(), combine(memberMaps(features)));
    }

    @Override
    public String appendSites(OnnxGraph graph) {
        String sum = rankOf(0, graph);
        for (int member = 1; member < members.size(); member++) {
            sum = graph.add("Add", "blend.sum", List.of(sum, rankOf(member, graph)));
        }
        String share = graph.floats("blend.share", new float[] {1f / members.size()}, 1);
        return graph.add("Mul", "blend.mean", List.of(sum, share));
    }

    private String rankOf(int member, OnnxGraph graph) {
        String sites = members.get(member).appendSites(graph);
        return ranks.get(member).append(graph, sites, grid().sites());
    }
}
