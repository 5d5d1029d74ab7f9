package io.fleck.training.wafer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws wafers so that a class comes up in proportion to the square root of how many it has. */
final class Sampler {
    private final List<List<Integer>> members = new ArrayList<>();
    private final double[] shares;

    /**
     * Over wafers by number.
     *
     * @param labels class of each, from 0
     * @param classes number of classes, each with at least one wafer
     */
    Sampler(int[] labels, int classes) {
        for (int c = 0; c < classes; c++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < labels.length; i++) {
            members.get(labels[i]).add(i);
        }
        this.shares = new double[classes];
        double sum =
                members.stream().mapToDouble(list -> Math.sqrt(list.size())).sum();
        for (int c = 0; c < classes; c++) {
            shares[c] = Math.sqrt(members.get(c).size()) / sum;
        }
    }

    int draw(RandomGenerator random) {
        double left = random.nextDouble();
        int c = 0;
        while (c < shares.length - 1 && left >= shares[c]) {
            left -= shares[c];
            c++;
        }
        List<Integer> list = members.get(c);
        return list.get(random.nextInt(list.size()));
    }

    /** How often each class is drawn; their sum is 1. */
    double[] shares() {
        return shares.clone();
    }

    /**
     * What, added to logits learned from some shares of the classes, brings them to their true frequency: log of the true
     * share over the other.
     *
     * @param learned share of each class in the training, above 0
     */
    double[] priorCorrection(double[] learned) {
        double total = members.stream().mapToInt(List::size).sum();
        double[] correction = new double[learned.length];
        for (int c = 0; c < learned.length; c++) {
            correction[c] = Math.log(members.get(c).size() / total) - Math.log(learned[c]);
        }
        return correction;
    }
}
