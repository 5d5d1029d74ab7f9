package io.fleck.fitting.evaluation;

import io.fleck.core.engine.InferenceException;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.core.model.ModelManifest;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Inspects labelled images one frame at a time, several frames side by side.
 *
 * <p>Frames are never batched together, so that a score does not depend on the frame's neighbours.
 */
public final class Evaluator {
    private final ModelManifest model;
    private final Function<EncodedImage, InspectionOutcome> inspector;
    private final int threads;

    /**
     * An evaluator of one model.
     *
     * @param model its description
     * @param inspector inspects one frame; called by several threads at once
     * @param threads frames that are inspected at the same time, at least 1
     */
    public Evaluator(ModelManifest model, Function<EncodedImage, InspectionOutcome> inspector, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
        this.model = model;
        this.inspector = inspector;
        this.threads = threads;
    }

    private sealed interface Outcome {
        record Scored(ScoredImage image) implements Outcome {}

        record Unreadable(UnreadableFile file) implements Outcome {}
    }

    /**
     * Inspects all images; those that cannot be read are named in the result.
     *
     * @param images what to inspect
     * @param done called after each image, by any thread
     * @throws EvaluationException when the engine fails or the model gives what is no finite number, naming the image
     * @throws InterruptedException when interrupted; what is going on is given up
     */
    public Evaluation evaluate(List<LabelledImage> images, Runnable done) throws InterruptedException {
        long start = System.nanoTime();
        List<Outcome> outcomes = inspectAll(images, done);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        List<ScoredImage> scored = new ArrayList<>();
        List<UnreadableFile> unreadable = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Scored found) {
                scored.add(found.image());
            } else if (outcome instanceof Outcome.Unreadable refused) {
                unreadable.add(refused.file());
            }
        }
        return new Evaluation(model, scored, unreadable, duration);
    }

    private List<Outcome> inspectAll(List<LabelledImage> images, Runnable done) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Outcome>> work =
                    images.stream().map(image -> inspecting(image, done)).toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : pool.invokeAll(work)) {
                outcomes.add(result(future));
            }
            if (Thread.interrupted()) { // not seen above where all work was done before it was asked for
                throw new InterruptedException("interrupted");
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<Outcome> inspecting(LabelledImage image, Runnable done) {
        return () -> {
            try {
                return new Outcome.Scored(ScoredImage.of(image, inspector.apply(ImageFolder.read(image.file()))));
            } catch (DecodeException | DataException e) {
                return new Outcome.Unreadable(UnreadableFile.of(image.name(), image.file(), e));
            } catch (InferenceException e) {
                throw new EvaluationException(image.name() + ": " + e.getMessage(), e);
            } finally {
                done.run();
            }
        };
    }

    /** The first failure of a worker, as it was thrown. */
    private static Outcome result(Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new EvaluationException("inspection failed: " + e.getCause(), e);
        }
    }
}
