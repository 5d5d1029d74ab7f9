package io.fleck.load.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Mean and spread of a figure over seeds.
 *
 * @param mean arithmetic mean
 * @param deviation standard deviation with n - 1 in the denominator; 0 for one seed
 */
record Spread(double mean, double deviation) {
    /** Empty unless every seed has the figure: a mean over fewer would not be comparable. */
    static Optional<Spread> of(List<OptionalDouble> values) {
        if (values.isEmpty() || values.stream().anyMatch(OptionalDouble::isEmpty)) {
            return Optional.empty();
        }
        double[] numbers =
                values.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
        double mean = values.stream()
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElseThrow();
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return Optional.of(new Spread(mean, numbers.length == 1 ? 0 : Math.sqrt(squares / (numbers.length - 1))));
    }
}
