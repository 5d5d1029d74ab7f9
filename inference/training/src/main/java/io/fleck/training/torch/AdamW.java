package io.fleck.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.fleck.fitting.wafer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter, "Decoupled weight decay regularization", 2019), gradients clipped
 * to a norm. DJL's own decays biases and batch norm too and keeps its moments to itself, so that a training could not be
 * resumed.
 *
 * <p>Not safe for use by several threads.
 */
public final class AdamW {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final String FIRST = "first.";
    private static final String SECOND = "second.";

    private final Parameters parameters;
    private final float decay;
    private final float clip;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();

    /**
     * Begins with moments of zero.
     *
     * @param manager owns the moments
     * @param decay of matrices, relative to the learning rate
     * @param clip largest norm of all gradients together
     */
    public AdamW(NDManager manager, Parameters parameters, float decay, float clip) {
        this.parameters = parameters;
        this.decay = decay;
        this.clip = clip;
        for (String name : parameters.trainable()) {
            first.put(name, manager.zeros(parameters.get(name).getShape()));
            second.put(name, manager.zeros(parameters.get(name).getShape()));
        }
    }

    /**
     * Moves the parameters against their gradients, and clears these.
     *
     * @param rate learning rate
     * @param step number of this step, from 1
     */
    public void step(float rate, int step) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters
                .trainable()
                .forEach(name -> gradients.put(name, parameters.get(name).getGradient()));
        float factor = clipping(gradients.values());
        float bias1 = 1 - (float) Math.pow(BETA_1, step);
        float bias2 = 1 - (float) Math.pow(BETA_2, step);
        gradients.forEach((name, gradient) -> {
            NDArray scaled = gradient.mul(factor);
            NDArray mean = moment(first, name).muli(BETA_1).addi(scaled.mul(1 - BETA_1));
            NDArray square =
                    moment(second, name).muli(BETA_2).addi(scaled.mul(scaled).mul(1 - BETA_2));
            NDArray direction = mean.div(bias1).div(square.div(bias2).sqrt().add(EPSILON));
            NDArray parameter = parameters.get(name);
            if (parameter.getShape().dimension() > 1) {
                parameter.muli(1 - rate * decay);
            }
            parameter.subi(direction.mul(rate));
            // PyTorch adds gradients up, and DJL clears only those of arrays that it keeps itself.
            gradient.subi(gradient);
        });
    }

    private float clipping(Iterable<NDArray> gradients) {
        double squares = 0;
        for (NDArray gradient : gradients) {
            squares += gradient.mul(gradient).sum().getFloat();
        }
        double norm = Math.sqrt(squares);
        return norm > clip ? (float) (clip / norm) : 1;
    }

    private static NDArray moment(Map<String, NDArray> moments, String name) {
        NDArray moment = moments.get(name);
        if (moment == null) {
            throw new IllegalArgumentException("no moment of '" + name + "'");
        }
        return moment;
    }

    /** A copy of the moments, to be resumed from. */
    public Weights state() {
        Map<String, Weights.Tensor> state = new LinkedHashMap<>();
        first.forEach((name, moment) -> state.put(FIRST + name, tensor(moment)));
        second.forEach((name, moment) -> state.put(SECOND + name, tensor(moment)));
        return new Weights(state);
    }

    private static Weights.Tensor tensor(NDArray array) {
        return new Weights.Tensor(array.toFloatArray(), array.getShape().getShape());
    }

    /** Goes on from a copy of moments. */
    public void restore(Weights state) {
        first.forEach((name, moment) -> moment.set(state.get(FIRST + name).values()));
        second.forEach((name, moment) -> moment.set(state.get(SECOND + name).values()));
    }
}
