package io.fleck.core.wafer.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Information of the columns of one search, and what it is in every shuffle. */
final class CauseScores {
    /** A deviation of shuffles below this is none: no shuffle makes a difference to the attribute. */
    private static final double LEAST_DEVIATION = 1e-12;

    private final List<Column> columns;
    private final boolean[] signature;
    private final double rate;
    private final List<Contingency> tables;
    private final List<double[]> shuffled = new ArrayList<>();

    /**
     * Counts what is.
     *
     * @param own for each wafer itself
     */
    CauseScores(List<Column> columns, List<WaferHistory> wafers, int[] own) {
        this.columns = columns;
        this.signature = new boolean[wafers.size()];
        int affected = 0;
        for (int i = 0; i < signature.length; i++) {
            signature[i] = wafers.get(i).affected();
            affected += signature[i] ? 1 : 0;
        }
        this.rate = (double) affected / signature.length;
        this.tables = tables(own);
    }

    private List<Contingency> tables(int[] from) {
        return columns.stream()
                .map(column -> Contingency.of(column, signature, from))
                .toList();
    }

    /** Adds a shuffle. */
    void compare(int[] from) {
        shuffled.add(information(tables(from)));
    }

    private double[] information(List<Contingency> counted) {
        return counted.stream()
                .mapToDouble(table -> table.information(rate, signature.length))
                .toArray();
    }

    List<Suspect> suspects() {
        Scale scale = Scale.of(shuffled, columns.size());
        double[] scores = scale.standardised(information(tables));
        double[] largest = shuffled.stream()
                .mapToDouble(values -> IntStream.range(0, columns.size())
                        .mapToDouble(c -> scale.standardised(c, values[c]))
                        .max()
                        .orElse(0))
                .toArray();
        return IntStream.range(0, scores.length)
                .filter(c -> saysMoreThanItsParts(c, scores))
                .mapToObj(c -> suspect(c, scores[c], largest))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Suspect::pValue)
                        .thenComparing(
                                Comparator.comparingDouble(Suspect::score).reversed()))
                .toList();
    }

    private boolean saysMoreThanItsParts(int c, double[] scores) {
        List<String> attributes = columns.get(c).attributes();
        return attributes.size() == 1
                || IntStream.range(0, scores.length)
                        .filter(part -> columns.get(part).attributes().size() == 1
                                && attributes.containsAll(columns.get(part).attributes()))
                        .allMatch(part -> scores[part] < scores[c]);
    }

    private Optional<Suspect> suspect(int c, double score, double[] largest) {
        Contingency table = tables.get(c);
        int guilty = table.guilty(rate);
        if (guilty == Column.NONE) {
            return Optional.empty();
        }
        long asHigh = IntStream.range(0, largest.length)
                .filter(i -> largest[i] >= score)
                .count();
        return Optional.of(new Suspect(
                columns.get(c).named(guilty),
                table.affected()[guilty],
                table.wafers()[guilty],
                score,
                (1.0 + asHigh) / (largest.length + 1.0)));
    }

    /** Mean and deviation of each column's information over the shuffles. */
    @SuppressWarnings("ArrayRecordComponent") // made and read here
    private record Scale(double[] mean, double[] deviation) {
        static Scale of(List<double[]> shuffled, int columns) {
            double[] mean = new double[columns];
            double[] deviation = new double[columns];
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                double squares = 0;
                for (double[] values : shuffled) {
                    sum += values[c];
                    squares += values[c] * values[c];
                }
                mean[c] = sum / shuffled.size();
                deviation[c] = Math.sqrt(Math.max(0, squares / shuffled.size() - mean[c] * mean[c]));
            }
            return new Scale(mean, deviation);
        }

        double standardised(int column, double value) {
            return deviation[column] < LEAST_DEVIATION ? 0 : (value - mean[column]) / deviation[column];
        }

        double[] standardised(double[] values) {
            return IntStream.range(0, values.length)
                    .mapToDouble(c -> standardised(c, values[c]))
                    .toArray();
        }
    }
}
