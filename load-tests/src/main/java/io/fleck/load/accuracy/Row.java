package io.fleck.load.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * One line of the table.
 *
 * @param title what it is called
 * @param figure where it comes from
 * @param text how it is written
 */
record Row(String title, Function<SeedResult, OptionalDouble> figure, DoubleFunction<String> text) {
    /** A figure of {@code evaluate}, with a number of digits behind the point. */
    static Row number(String title, String figure, int digits) {
        return new Row(title, result -> result.figure(figure), digits(digits));
    }

    /** A figure of {@code fit}, with a number of digits behind the point. */
    static Row fit(String title, String figure, int digits) {
        return new Row(title, result -> result.fitFigure(figure), digits(digits));
    }

    /** A rate of {@code evaluate}, written as percent. */
    static Row percent(String title, String figure) {
        DoubleFunction<String> text = digits(1);
        return new Row(title, result -> result.figure(figure), value -> text.apply(value * 100) + " %");
    }

    /** Image AUROC of one defect. */
    static Row defect(String defect) {
        return new Row("image AUROC, " + defect, result -> result.auroc(defect), digits(4));
    }

    /** A figure of {@code evaluate} that there is one of a name, with a number of digits behind the point. */
    static Row of(String title, String map, String name, int digits) {
        return new Row(title, result -> result.figure(map, name), digits(digits));
    }

    /** A figure that follows from others, with a number of digits behind the point. */
    static Row computed(String title, Function<SeedResult, OptionalDouble> figure, int digits) {
        return new Row(title, figure, digits(digits));
    }

    /** The same under another title. */
    Row titled(String other) {
        return new Row(other, figure, text);
    }

    private static DoubleFunction<String> digits(int digits) {
        return value -> String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    Optional<Spread> spread(List<SeedResult> results) {
        return Spread.of(results.stream().map(figure).toList());
    }

    /** Mean and spread, then seed by seed; a dash where the figure does not exist. */
    String markdown(List<SeedResult> results) {
        StringBuilder line = new StringBuilder("| " + title + " | ");
        line.append(spread(results)
                        .map(spread -> text.apply(spread.mean()) + " \u00b1 " + text.apply(spread.deviation()))
                        .orElse("\u2013"))
                .append(" |");
        results.forEach(result -> line.append(' ').append(cell(result)).append(" |"));
        return line.toString();
    }

    private String cell(SeedResult result) {
        OptionalDouble value = figure.apply(result);
        return value.isPresent() ? text.apply(value.getAsDouble()) : "\u2013";
    }
}
