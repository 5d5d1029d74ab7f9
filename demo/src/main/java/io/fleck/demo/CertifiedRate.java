package io.fleck.demo;

import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitException;
import java.util.List;

/** The false-alarm rate that the demo asks for: the smallest of a few that the good pictures can certify. */
final class CertifiedRate {
    static final CalibrationMethod METHOD = CalibrationMethod.FOLDS;
    static final List<Double> RATES = List.of(0.01, 0.02, 0.05, 0.10);

    private CertifiedRate() {}

    /**
     * The smallest rate that so many good pictures certify.
     *
     * @throws FitException when not even the largest is certified
     */
    static double of(int goodPictures) {
        return RATES.stream()
                .filter(rate -> METHOD.requiredImages(rate) <= goodPictures)
                .findFirst()
                .orElseThrow(() -> new FitException(goodPictures + " good pictures certify no false-alarm rate up to "
                        + Math.round(100 * largest()) + " %; that takes " + METHOD.requiredImages(largest())));
    }

    private static double largest() {
        return RATES.get(RATES.size() - 1);
    }
}
