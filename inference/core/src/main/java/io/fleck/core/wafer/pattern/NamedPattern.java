package io.fleck.core.wafer.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern that an operator has named.
 *
 * @param name of the class
 * @param mean of its wafers' latent embeddings, one value a dimension
 * @param count wafers behind the mean, at least 1
 */
public record NamedPattern(String name, List<Float> mean, long count) {
    /** Checks name and count; keeps a copy. */
    public NamedPattern {
        mean = List.copyOf(mean);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a pattern's name is blank");
        }
        if (count < 1) {
            throw new IllegalArgumentException("pattern " + name + " has " + count + " wafers; at least 1");
        }
    }

    /** With more wafers behind the mean: named once more, or a second pattern under the same name. */
    public NamedPattern with(List<Float> other, long wafers) {
        if (other.size() != mean.size()) {
            throw new IllegalArgumentException(
                    "pattern " + name + " has " + mean.size() + " values a mean; got " + other.size());
        }
        List<Float> sum = new ArrayList<>(mean.size());
        for (int i = 0; i < mean.size(); i++) {
            sum.add((float) ((mean.get(i) * (double) count + other.get(i) * (double) wafers) / (count + wafers)));
        }
        return new NamedPattern(name, sum, count + wafers);
    }
}
