package io.fleck.core.engine;

import java.util.List;

/**
 * Inputs and outputs of a graph whose first dimension is the batch.
 *
 * @param inputs at least one
 * @param outputs at least one
 */
public record ModelSpec(List<TensorSpec> inputs, List<TensorSpec> outputs) {
    /** Checks that there are inputs and outputs. */
    public ModelSpec {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a graph needs inputs and outputs, got " + inputs.size() + " and " + outputs.size());
        }
    }

    /**
     * An output by name.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public TensorSpec output(String name) {
        return find(outputs, name, "output");
    }

    /**
     * An input by name.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public TensorSpec input(String name) {
        return find(inputs, name, "input");
    }

    private static TensorSpec find(List<TensorSpec> specs, String name, String role) {
        return specs.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the graph has no " + role + " '" + name + "', only "
                        + specs.stream().map(TensorSpec::name).toList()));
    }
}
