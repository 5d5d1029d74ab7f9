package io.fleck.fitting.choice;

import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.FitListener;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.ModelFit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits candidates on four fifths of the good pictures and judges them on the last fifth, against defects that were drawn
 * into it or that the user has. No label of a test set is seen.
 */
public final class Selection {
    private static final int HELD_OUT = 5;

    /** A rate that few pictures certify: the threshold plays no part in the judgement. */
    private static final double RATE = 0.1;

    private final FitRequest request;
    private final List<LabelledImage> defects;
    private final Duration limit;
    private final Clock clock;
    private final FitListener listener;

    /**
     * Plans a selection.
     *
     * @param request what will be fitted in the end; its recipe is not used here
     * @param defects the user's own defective pictures; drawn ones where empty
     * @param limit after which no further candidate is begun
     */
    public Selection(
            FitRequest request, List<LabelledImage> defects, Duration limit, Clock clock, FitListener listener) {
        this.request = request;
        this.defects = List.copyOf(defects);
        this.limit = limit;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Tries candidates one after the other.
     *
     * @param candidates at least one
     * @param folder that is there, for drawn pictures and models
     * @return in the order in which they were tried; the first always is
     * @throws FitException when the pictures do not suffice
     * @throws InterruptedException when interrupted
     */
    public List<Judged> judge(List<Candidate> candidates, Path folder) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        List<LabelledImage> shuffled = new ArrayList<>(request.images());
        Collections.shuffle(shuffled, new Random(request.seed()));
        int held = shuffled.size() / HELD_OUT;
        List<LabelledImage> heldOut = shuffled.subList(0, held);
        List<LabelledImage> fitted = shuffled.subList(held, shuffled.size());
        if (heldOut.isEmpty()) {
            throw new FitException(
                    "choosing needs at least " + HELD_OUT + " good pictures, there are " + shuffled.size());
        }
        Judge judge = new Judge(pictures(fitted, heldOut, folder), request.engine(), request.threads());
        List<Judged> judged = new ArrayList<>();
        listener.begin("trying detectors", candidates.size());
        for (Candidate candidate : candidates) {
            if (judged.isEmpty() || clock.instant().isBefore(end)) {
                judged.add(tryOut(candidate, fitted, judge, folder.resolve("model-" + judged.size())));
            }
            listener.step();
        }
        return List.copyOf(judged);
    }

    private List<LabelledImage> pictures(List<LabelledImage> fitted, List<LabelledImage> heldOut, Path folder) {
        if (defects.isEmpty()) {
            return JudgeSet.drawn(fitted, heldOut, folder, request.seed());
        }
        List<LabelledImage> pictures = new ArrayList<>(heldOut);
        pictures.addAll(defects);
        return pictures;
    }

    private Judged tryOut(Candidate candidate, List<LabelledImage> fitted, Judge judge, Path model)
            throws InterruptedException {
        FitRequest trial = new FitRequest(
                fitted,
                request.backbone(),
                request.grid(),
                candidate.recipe(),
                CalibrationMethod.SPLIT,
                RATE,
                request.seed(),
                request.engine(),
                request.threads());
        new ModelFit(trial, FitListener.NONE, clock).run(candidate.name()).write(model);
        return judge.judge(candidate, model);
    }
}
