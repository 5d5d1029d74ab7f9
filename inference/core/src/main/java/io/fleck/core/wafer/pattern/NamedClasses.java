package io.fleck.core.wafer.pattern;

import io.fleck.core.detect.ConformalCalibrator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes that operators have named, beside those that the model knows: the class-mean update of the Mahalanobis framework
 * (Lee et al. 2018, section 2.3: a new class is a new mean under the same covariance), so no retraining.
 *
 * <p>A wafer is of a named class when that class's mean is nearer than every known class's, within twice the radius of a
 * class, and when few wafers of the known class that the model takes it for look so much like a named one. That last is a
 * conformal p-value over wafers kept apart from the training, of the same predicted class where there are enough, else of the
 * rarest together as in the novelty gate; so named classes, however many, take at most the stated part of a known class.
 *
 * <p>Immutable and safe for use by several threads. The order of the names makes no difference.
 */
public final class NamedClasses {
    /** Part of a known class that named ones may take: pooled classes could not certify much less. */
    public static final double RATE = 0.03;

    private static final double REACH = 4;

    private final LatentSpace space;
    private final double rate;
    private final List<Named> named;
    private final Map<String, ConformalCalibrator> byClass = new HashMap<>();
    private final Optional<ConformalCalibrator> pooled;

    @SuppressWarnings("ArrayRecordComponent") // made and read here
    private record Named(String name, double[] place) {}

    /**
     * Named classes of a model.
     *
     * @param rate part of a known class that they may take, in (0, 1); see {@link #RATE}
     * @throws IllegalArgumentException when a mean is not of this model's latent space
     */
    public NamedClasses(LatentSpace space, Collection<NamedPattern> patterns, double rate) {
        this.space = space;
        this.rate = rate;
        this.named = patterns.stream()
                .sorted(Comparator.comparing(NamedPattern::name))
                .map(pattern -> new Named(pattern.name(), space.place(pattern.mean())))
                .toList();
        int needed = ConformalCalibrator.requiredImages(rate);
        List<Double> rarest = new ArrayList<>();
        Map<String, List<Double>> scores = scores();
        scores.values().stream().sorted(Comparator.comparingInt(List::size)).forEachOrdered(list -> {
            if (rarest.size() < needed) {
                rarest.addAll(list);
            }
        });
        this.pooled = rarest.size() < needed ? Optional.empty() : Optional.of(ConformalCalibrator.of(rarest));
        scores.forEach((name, list) -> {
            if (list.size() >= needed) {
                byClass.put(name, ConformalCalibrator.of(list));
            }
        });
    }

    /** How much like a named class the known wafers are, by the class they were predicted as. */
    private Map<String, List<Double>> scores() {
        Map<String, List<Double>> scores = new HashMap<>();
        if (!named.isEmpty()) {
            space.known()
                    .forEach((name, places) ->
                            scores.put(name, places.stream().map(this::likeness).toList()));
        }
        return scores;
    }

    /** How much nearer the nearest named mean is than the nearest known one, as a difference of squares. */
    private double likeness(double[] place) {
        return space.squaredToKnown(place)
                - LatentSpace.squared(place, nearest(place).place());
    }

    private Named nearest(double[] place) {
        return named.stream()
                .min(Comparator.comparingDouble(candidate -> LatentSpace.squared(place, candidate.place())))
                .orElseThrow();
    }

    /**
     * The named class of a wafer; empty where it is of none, and where there are too few calibration wafers to say.
     *
     * @param predicted known class that the model takes it for
     * @param latent its embedding
     */
    public Optional<NamedMatch> match(String predicted, float[] latent) {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        double[] place = space.place(latent);
        Named nearest = nearest(place);
        double likeness = likeness(place);
        double reach = REACH * space.radius() * space.radius();
        if (likeness <= 0 || LatentSpace.squared(place, nearest.place()) > reach) {
            return Optional.empty();
        }
        return Optional.ofNullable(byClass.get(predicted))
                .or(() -> pooled)
                .map(calibrator -> calibrator.pValue(likeness))
                .filter(pValue -> pValue <= rate)
                .map(pValue -> new NamedMatch(nearest.name(), pValue));
    }
}
