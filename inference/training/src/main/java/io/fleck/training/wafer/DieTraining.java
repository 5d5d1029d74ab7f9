package io.fleck.training.wafer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.fleck.core.wafer.grid.DieCanvas;
import io.fleck.fitting.wafer.DieArchitecture;
import io.fleck.fitting.wafer.Weights;
import io.fleck.training.torch.AdamW;
import io.fleck.training.torch.Parameters;
import io.fleck.training.torch.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains the network of die grids, a step at a time. What chance decides in a step follows from the seed and the step's
 * number alone, so that a training that was interrupted and resumed gives the same weights as one that was not.
 *
 * <p>Not safe for use by several threads.
 */
final class DieTraining implements AutoCloseable {
    /** Odd, so that every step of every seed begins elsewhere. */
    private static final long STRIDE = 0xD1342543DE82EF95L;

    private final DieArchitecture architecture;
    private final TrainingSettings settings;
    private final TrainingSet data;
    private final Sampler sampler;
    private final LatentBalance balance;
    private final Schedule schedule;
    private final Engine engine = Torch.engine();
    private final NDManager manager = Torch.newManager();
    private final Parameters parameters;
    private final Parameters average;
    private final AdamW optimiser;
    private int done;

    DieTraining(DieArchitecture architecture, TrainingSettings settings, TrainingSet data) {
        this.architecture = architecture;
        this.settings = settings;
        this.data = data;
        this.sampler = new Sampler(data.labels(), data.classes().size());
        this.balance = new LatentBalance(settings.batch(), data.classes().size());
        this.schedule = new Schedule(settings.steps(), settings.rate(), TrainingSettings.WARM_UP);
        Weights initial = Initial.of(architecture, new SplittableRandom(settings.seed()));
        this.parameters = Parameters.of(manager, initial, true);
        this.average = Parameters.of(manager, initial, false);
        this.optimiser = new AdamW(manager, parameters, (float) settings.decay(), (float) TrainingSettings.CLIP);
    }

    /** Steps done. */
    int done() {
        return done;
    }

    /** Whether there are steps left. */
    boolean unfinished() {
        return done < settings.steps();
    }

    /** Does one step and returns its loss. */
    double step() {
        SplittableRandom random = chance(settings.seed(), done);
        Draw draw = draw(random);
        double loss;
        try (NDScope scope = new NDScope();
                NDManager arrays = manager.newSubManager()) {
            scope.suppressNotUsedWarning();
            loss = descend(arrays, draw, random);
            optimiser.step((float) schedule.rate(done), done + 1);
            done++;
            double kept = Math.min(TrainingSettings.AVERAGING, (1.0 + done) / (10.0 + done));
            average.approach(parameters, (float) (1 - kept));
        }
        return loss;
    }

    /**
     * What decides a step. Split once: a SplittableRandom walks from its seed in equal strides, and steps whose seeds lay
     * as many apart would draw the same numbers again, shifted by one.
     */
    static SplittableRandom chance(long seed, int step) {
        return new SplittableRandom(seed ^ STRIDE * (step + 1)).split();
    }

    /**
     * Wafers of a step and what each class' log probability weighs in the loss.
     *
     * @param canvases wafers, outliers behind them
     * @param between rows of rare classes, made of the wafers' pooled values
     * @param weights [canvases and rows between, classes]
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    private record Draw(List<DieCanvas> canvases, List<LatentBalance.Row> between, float[] weights) {
        int rows() {
            return canvases.size() + between.size();
        }
    }

    private Draw draw(SplittableRandom random) {
        Augmentation augmentation = new Augmentation(random);
        List<DieCanvas> canvases = new ArrayList<>();
        int[] drawn = new int[settings.batch()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = sampler.draw(random);
            canvases.add(augmentation.of(data.canvases().get(drawn[i])));
        }
        if (settings.outlierExposure()) {
            canvases.addAll(outliers(canvases, drawn, random));
        }
        List<LatentBalance.Row> between = settings.latentBalancing() ? balance.rows(labels(drawn), random) : List.of();
        return new Draw(canvases, between, weights(drawn, canvases.size() - drawn.length, between));
    }

    /** At most as many as wanted: among a batch without signatures there may be none. */
    private List<DieCanvas> outliers(List<DieCanvas> canvases, int[] drawn, SplittableRandom random) {
        Outliers outliers = new Outliers(random);
        List<DieCanvas> made = new ArrayList<>();
        int wanted = drawn.length / TrainingSettings.WAFERS_AN_OUTLIER;
        for (int tries = 0; tries < 8 * wanted && made.size() < wanted; tries++) {
            int first = random.nextInt(drawn.length);
            int second = random.nextInt(drawn.length);
            if (!data.plain(drawn[first])) {
                boolean mixable =
                        !data.plain(drawn[second]) && data.labels()[drawn[first]] != data.labels()[drawn[second]];
                outliers.of(canvases.get(first), canvases.get(second), mixable).ifPresent(made::add);
            }
        }
        return made;
    }

    private int[] labels(int[] drawn) {
        return Arrays.stream(drawn).map(wafer -> data.labels()[wafer]).toArray();
    }

    /** Smoothed labels for wafers and for rows between them, an even spread for outliers. */
    private float[] weights(int[] drawn, int outliers, List<LatentBalance.Row> between) {
        int classes = architecture.classes();
        int labelled = drawn.length + between.size();
        float[] weights = new float[(labelled + outliers) * classes];
        Arrays.fill(weights, (float) (settings.smoothing() / classes / labelled));
        float own = (float) ((1 - settings.smoothing()) / labelled);
        for (int i = 0; i < drawn.length; i++) {
            weights[i * classes + data.labels()[drawn[i]]] += own;
        }
        int behind = drawn.length + outliers;
        if (outliers > 0) {
            float even = (float) (TrainingSettings.OUTLIER_WEIGHT / classes / outliers);
            Arrays.fill(weights, drawn.length * classes, behind * classes, even);
        }
        for (int i = 0; i < between.size(); i++) {
            weights[(behind + i) * classes + between.get(i).label()] += own;
        }
        return weights;
    }

    private double descend(NDManager arrays, Draw draw, SplittableRandom random) {
        NDArray mixing =
                LatentBalance.mixing(arrays, draw.between(), draw.canvases().size());
        NDArray dropout = DieBatch.dropout(arrays, draw.rows(), architecture.pooled(), settings.dropout(), random);
        DieNetwork.Inputs inputs = DieBatch.of(arrays, draw.canvases(), mixing, dropout);
        NDArray weights = arrays.create(draw.weights(), new Shape(draw.rows(), architecture.classes()));
        try (GradientCollector gradients = engine.newGradientCollector()) {
            NDArray logits = new DieNetwork(architecture, parameters, true)
                    .forward(inputs)
                    .logits();
            NDArray loss = logits.logSoftmax(1).mul(weights).sum().neg();
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    /** The averaged weights, which are the better ones. */
    Weights average() {
        return average.weights();
    }

    /** Everything that the training needs to go on. */
    Checkpoint checkpoint() {
        return new Checkpoint(done, parameters.weights(), average.weights(), optimiser.state());
    }

    /** Goes on where a checkpoint was made. */
    void restore(Checkpoint checkpoint) {
        try (NDScope scope = new NDScope();
                NDManager arrays = manager.newSubManager()) {
            scope.suppressNotUsedWarning();
            parameters.copy(Parameters.of(arrays, checkpoint.parameters(), false));
            average.copy(Parameters.of(arrays, checkpoint.average(), false));
            optimiser.restore(checkpoint.optimiser());
        }
        done = checkpoint.done();
    }

    /** log of the true over the learned share of each class. */
    double[] priorCorrection() {
        double[] drawn = sampler.shares();
        return sampler.priorCorrection(settings.latentBalancing() ? balance.shares(drawn) : drawn);
    }

    @Override
    public void close() {
        manager.close();
    }
}
