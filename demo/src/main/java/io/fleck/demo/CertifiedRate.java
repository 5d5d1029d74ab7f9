package io.fleck.demo;

import io.fleck.cli.CommandException;
import java.util.List;
import java.util.Locale;

/** The false-alarm rate that the demo asks for: the smallest of a few that the good pictures can certify. */
final class CertifiedRate {
    static final List<Double> RATES = List.of(0.01, 0.02, 0.05, 0.10);

    private CertifiedRate() {}

    /**
     * The smallest rate that so many calibration scores certify: a rate r needs ceil((1 - r)(m + 1)) to be at most m.
     *
     * @throws CommandException when not even the largest is certified
     */
    static double of(int calibrationImages) {
        return RATES.stream()
                .filter(rate -> Math.ceil((1 - rate) * (calibrationImages + 1)) <= calibrationImages)
                .findFirst()
                .orElseThrow(() -> CommandException.failed(String.format(
                        Locale.ROOT,
                        "%d good pictures certify no false-alarm rate; %.0f %% needs 9 of them",
                        calibrationImages,
                        100 * RATES.get(RATES.size() - 1))));
    }
}
