package io.fleck.training.wafer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Fills rare classes up in the space that the network has learned: rows between the pooled values of two wafers of a class
 * (SMOTE: Chawla, Bowyer, Hall, Kegelmeyer, "SMOTE: synthetic minority over-sampling technique", 2002; in a learned space:
 * Dablain, Krawczyk, Chawla, "DeepSMOTE", 2022). Only the layers behind the pooling see them. A class with two wafers in a
 * batch is filled up to an even share of it.
 */
final class LatentBalance {
    /** A line needs two ends. */
    private static final int FEWEST = 2;

    private final int batch;
    private final int classes;
    private final int target;

    /**
     * For batches of one size.
     *
     * @param batch wafers a batch, at least 1
     * @param classes at least 1
     */
    LatentBalance(int batch, int classes) {
        this.batch = batch;
        this.classes = classes;
        this.target = batch / classes;
    }

    /**
     * A row between two wafers of a class.
     *
     * @param label their class
     * @param first number of one wafer in the batch
     * @param second number of the other
     * @param part of the way from the first to the second, in [0, 1)
     */
    record Row(int label, int first, int second, double part) {}

    /** Rows for a batch, by the classes of its wafers. */
    List<Row> rows(int[] labels, RandomGenerator random) {
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            List<Integer> members = members(labels, c);
            for (int i = members.size(); i < filled(members.size()); i++) {
                int first = random.nextInt(members.size());
                int second = (first + 1 + random.nextInt(members.size() - 1)) % members.size();
                rows.add(new Row(c, members.get(first), members.get(second), random.nextDouble()));
            }
        }
        return rows;
    }

    private static List<Integer> members(int[] labels, int label) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                members.add(i);
            }
        }
        return members;
    }

    private int filled(int drawn) {
        return drawn < FEWEST ? drawn : Math.max(drawn, target);
    }

    /**
     * Share of each class among the wafers and the rows between them, as expected.
     *
     * @param drawn chance of each class at each draw
     */
    double[] shares(double[] drawn) {
        double[] shares = new double[drawn.length];
        double sum = 0;
        for (int c = 0; c < drawn.length; c++) {
            shares[c] = expected(drawn[c]);
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    /** How many come up in a batch is binomial. */
    private double expected(double chance) {
        double expected = 0;
        double logChoices = 0;
        for (int count = 0; count <= batch; count++) {
            double log = logChoices + count * Math.log(chance) + (batch - count) * Math.log1p(-chance);
            expected += filled(count) * Math.exp(log);
            logChoices += Math.log((double) (batch - count) / (count + 1));
        }
        return expected;
    }

    /** [rows, wafers]: what each row takes of each wafer; {@code null} without rows. */
    static @Nullable NDArray mixing(NDManager manager, List<Row> rows, int wafers) {
        if (rows.isEmpty()) {
            return null;
        }
        float[] matrix = new float[rows.size() * wafers];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            matrix[i * wafers + row.first()] = (float) (1 - row.part());
            matrix[i * wafers + row.second()] = (float) row.part();
        }
        return manager.create(matrix, new Shape(rows.size(), wafers));
    }
}
