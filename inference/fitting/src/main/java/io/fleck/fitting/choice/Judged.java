package io.fleck.fitting.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A candidate and what was found of it.
 *
 * @param candidate what was tried
 * @param auroc image AUROC of held-out good pictures against defects, in [0, 1]
 * @param millisecondsPerImage one frame at a time on this machine, reading and resizing included
 */
public record Judged(Candidate candidate, double auroc, double millisecondsPerImage) {
    /** Candidates closer than this are as good as each other; the faster one is taken. */
    private static final double TIE = 0.001;

    /**
     * The one to take: of those within the budget the highest AUROC, and of those that are as good the fastest.
     *
     * @param budgetMilliseconds most time an image
     * @return empty when none is within the budget
     */
    public static Optional<Judged> best(List<Judged> all, double budgetMilliseconds) {
        List<Judged> within = all.stream()
                .filter(judged -> judged.millisecondsPerImage <= budgetMilliseconds)
                .toList();
        double highest = within.stream().mapToDouble(Judged::auroc).max().orElse(0);
        return within.stream()
                .filter(judged -> judged.auroc >= highest - TIE)
                .min(Comparator.comparingDouble(Judged::millisecondsPerImage));
    }

    /** As the figures file holds it. */
    public Map<String, Object> asMap() {
        return Map.of("detector", candidate.name(), "judged", auroc, "ms_per_image", millisecondsPerImage);
    }
}
