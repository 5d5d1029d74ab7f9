package io.fleck.fitting.command;

import io.fleck.cli.Figures;
import io.fleck.fitting.fit.CalibrationMethod;
import io.fleck.fitting.fit.FitRequest;
import io.fleck.fitting.fit.FittedModel;
import java.math.BigDecimal;
import java.util.Locale;

/** What {@code fit} says at its end. */
final class FitFigures {
    private static final double CONFIDENCE = 0.95;

    private FitFigures() {}

    static Figures of(FitRequest request, FittedModel fitted, double seconds) {
        return new Figures()
                .put("detector", fitted.manifest().detector())
                .put("version", fitted.manifest().version())
                .put("calibration", request.method().label())
                .put("fit_seconds", seconds)
                .put("images", request.images().size())
                .put("fitted_images", fitted.fittedImages())
                .put("calibration_images", fitted.calibrator().images())
                .put("false_alarm_rate", request.falseAlarmRate())
                .put("false_alarm_bound", bound(request, fitted))
                .put("threshold", threshold(request, fitted))
                .put("graph_bytes", fitted.graph().length);
    }

    /** What was promised, and how sure that is, in words. */
    static String summary(FitRequest request, FittedModel fitted) {
        String promise = String.format(
                Locale.ROOT,
                "A score above %.6g is an alarm. Of good parts like these at most %s %% raise one on average, and with 95 %%"
                        + " confidence fewer than %.3g %%.",
                threshold(request, fitted),
                BigDecimal.valueOf(request.falseAlarmRate())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString(),
                100 * bound(request, fitted));
        return request.method() == CalibrationMethod.FOLDS
                ? promise + " With folds that is an approximation: evaluate states the realised rate."
                : promise;
    }

    private static double bound(FitRequest request, FittedModel fitted) {
        return fitted.calibrator().rateBound(request.falseAlarmRate(), CONFIDENCE);
    }

    private static double threshold(FitRequest request, FittedModel fitted) {
        return fitted.calibrator().threshold(request.falseAlarmRate());
    }
}
