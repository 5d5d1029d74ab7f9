package io.fleck.fitting.report;

import io.fleck.fitting.evaluation.ScoredImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The images that a report shows: where the model is most wrong, where it is most right, and a fair draw of the rest.
 *
 * @param worstGood good images with the highest scores
 * @param worstDefects defective images with the lowest scores
 * @param bestDefects defective images with the highest scores
 * @param drawn some of the other images at random, good and defective in turn
 */
record Gallery(
        List<ScoredImage> worstGood,
        List<ScoredImage> worstDefects,
        List<ScoredImage> bestDefects,
        List<ScoredImage> drawn) {
    private static final int EACH = 6;

    /** No image is shown twice. */
    static Gallery of(List<ScoredImage> images, long seed) {
        Set<ScoredImage> shown = new LinkedHashSet<>();
        Comparator<ScoredImage> byScore = Comparator.comparingDouble(ScoredImage::score)
                .thenComparing(scored -> scored.image().name());
        Predicate<ScoredImage> good = scored -> scored.image().good();
        return new Gallery(
                take(images, good, byScore.reversed(), shown),
                take(images, good.negate(), byScore, shown),
                take(images, good.negate(), byScore.reversed(), shown),
                draw(images, good, shown, new Random(seed)));
    }

    private static List<ScoredImage> take(
            List<ScoredImage> images,
            Predicate<ScoredImage> which,
            Comparator<ScoredImage> order,
            Set<ScoredImage> shown) {
        List<ScoredImage> taken = images.stream()
                .filter(which)
                .filter(scored -> !shown.contains(scored))
                .sorted(order)
                .limit(EACH)
                .toList();
        shown.addAll(taken);
        return taken;
    }

    private static List<ScoredImage> draw(
            List<ScoredImage> images, Predicate<ScoredImage> good, Set<ScoredImage> shown, Random random) {
        List<ScoredImage> rest = new ArrayList<>(images);
        rest.removeAll(shown);
        Collections.shuffle(rest, random);
        List<ScoredImage> goodOnes = rest.stream().filter(good).toList();
        List<ScoredImage> defective = rest.stream().filter(good.negate()).toList();
        List<ScoredImage> drawn = new ArrayList<>();
        for (int i = 0; drawn.size() < EACH && i < rest.size(); i++) {
            drawn.addAll(goodOnes.subList(Math.min(i, goodOnes.size()), Math.min(i + 1, goodOnes.size())));
            drawn.addAll(defective.subList(Math.min(i, defective.size()), Math.min(i + 1, defective.size())));
        }
        return drawn.subList(0, Math.min(EACH, drawn.size()));
    }
}
