package io.fleck.fitting.stress;

import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.Evaluator;
import io.fleck.fitting.evaluation.FalseAlarms;
import io.fleck.fitting.evaluation.ImageQuality;
import io.fleck.fitting.evaluation.ScoredImage;
import io.fleck.fitting.stress.StressFigures.Detection;
import io.fleck.fitting.stress.StressFigures.Level;
import io.fleck.fitting.synthetic.damage.DamageMaker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Inspects the same pictures again and again, each time otherwise corrupted. */
public final class StressBench {
    /** Diameters of the spots, as parts of the shorter side. */
    static final double[] SIZES = {0.02, 0.04, 0.08, 0.16};

    /** Contrasts of the spots, as parts of the range of levels. */
    static final double[] CONTRASTS = {0.04, 0.08, 0.16, 0.32};

    /** Textures that pastes of nothing are taken from. */
    private static final int DONORS = 16;

    private final ModelManifest model;
    private final Function<EncodedImage, InspectionOutcome> inspector;
    private final int threads;
    private final long seed;

    /**
     * A bench for one model.
     *
     * @param inspector inspects one frame; called by several threads at once
     * @param threads frames inspected at a time, at least 1
     * @param seed of what is left to chance
     */
    public StressBench(
            ModelManifest model, Function<EncodedImage, InspectionOutcome> inspector, int threads, long seed) {
        this.model = model;
        this.inspector = inspector;
        this.threads = threads;
        this.seed = seed;
    }

    /** Passes over pictures that {@link #run} makes: of all of them, and of the good ones among the sample. */
    public static int inspections(List<LabelledImage> all, List<LabelledImage> sample) {
        int good = (int) sample.stream().filter(LabelledImage::good).count();
        return all.size()
                + sample.size() * Corruption.values().length * Corruption.STRONGEST
                + good * (1 + SIZES.length * CONTRASTS.length);
    }

    /**
     * Measures.
     *
     * @param all labelled pictures; as they are, they give severity 0
     * @param sample those that are corrupted
     * @param done called after each inspection, by any thread
     * @throws io.fleck.fitting.evaluation.EvaluationException when a picture cannot be inspected
     * @throws InterruptedException when interrupted
     */
    public StressFigures run(List<LabelledImage> all, List<LabelledImage> sample, Runnable done)
            throws InterruptedException {
        Evaluation clean = evaluate(all, null, done);
        List<Level> levels = new ArrayList<>();
        for (Corruption corruption : Corruption.values()) {
            for (int severity = 1; severity <= Corruption.STRONGEST; severity++) {
                int step = severity;
                Evaluation found = evaluate(sample, image -> corruption.of(image, step, seedOf(image)), done);
                levels.add(level(corruption.label(), severity, found));
            }
        }
        List<LabelledImage> accepted = accepted(clean, sample);
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("no good picture that raises no alarm as it is");
        }
        DamageMaker maker = new DamageMaker(donors(accepted), seed);
        return new StressFigures(
                level("none", 0, clean),
                levels,
                curves(maker, accepted, done),
                alarms(accepted, image -> nothing(maker, image), done));
    }

    private Evaluation evaluate(List<LabelledImage> images, @Nullable UnaryOperator<Image> change, Runnable done)
            throws InterruptedException {
        Function<EncodedImage, InspectionOutcome> inspection =
                change == null ? inspector : frame -> inspector.apply(changed(frame, change));
        return new Evaluator(model, inspection, threads).evaluate(images, done);
    }

    private static EncodedImage changed(EncodedImage frame, UnaryOperator<Image> change) {
        Image image = change.apply(ImageDecoders.decode(frame, null, DecodeLimits.DEFAULT));
        return EncodedImage.file(PixelFormat.PNG, ByteBuffer.wrap(ImageFiles.png(image)));
    }

    private static Level level(String corruption, int severity, Evaluation evaluation) {
        return new Level(
                corruption,
                severity,
                ImageQuality.of(evaluation.images()).auroc(),
                alarms(evaluation, FalseAlarms::rate),
                alarms(evaluation, FalseAlarms::bound));
    }

    private static OptionalDouble alarms(Evaluation evaluation, ToDoubleFunction<FalseAlarms> figure) {
        return FalseAlarms.of(evaluation).stream().mapToDouble(figure).findFirst();
    }

    /** Good pictures that raise no alarm as they are: what is found in them afterwards is what was drawn. */
    private static List<LabelledImage> accepted(Evaluation clean, List<LabelledImage> sample) {
        Map<LabelledImage, Boolean> anomalous = new HashMap<>();
        clean.images().forEach(scored -> anomalous.put(scored.image(), scored.anomalous()));
        return sample.stream()
                .filter(image -> image.good() && !anomalous.getOrDefault(image, true))
                .toList();
    }

    private static List<Image> donors(List<LabelledImage> good) {
        return good.stream().limit(DONORS).map(StressBench::decoded).toList();
    }

    private static Image decoded(LabelledImage image) {
        return ImageDecoders.decode(ImageFolder.read(image.file()), null, DecodeLimits.DEFAULT);
    }

    private List<Detection> curves(DamageMaker maker, List<LabelledImage> good, Runnable done)
            throws InterruptedException {
        List<Detection> curves = new ArrayList<>();
        for (double size : SIZES) {
            for (double contrast : CONTRASTS) {
                double detected = alarms(
                        good,
                        image -> maker.spot(image, size * side(image), contrast, numberOf(image))
                                .image(),
                        done);
                curves.add(new Detection(size, contrast, detected));
            }
        }
        return curves;
    }

    private static Image nothing(DamageMaker maker, Image image) {
        return maker.nothing(image, SIZES[SIZES.length - 1] * side(image), numberOf(image))
                .image();
    }

    private static double side(Image image) {
        return Math.min(image.width(), image.height());
    }

    private double alarms(List<LabelledImage> good, UnaryOperator<Image> change, Runnable done)
            throws InterruptedException {
        List<ScoredImage> found = evaluate(good, change, done).images();
        return (double) found.stream().filter(ScoredImage::anomalous).count() / Math.max(1, found.size());
    }

    private long seedOf(Image image) {
        return seed * 31 + Arrays.hashCode(image.pixels());
    }

    /** The picture's own number, so that neither order nor threads decide where a spot lies. */
    private static int numberOf(Image image) {
        return Arrays.hashCode(image.pixels());
    }
}
