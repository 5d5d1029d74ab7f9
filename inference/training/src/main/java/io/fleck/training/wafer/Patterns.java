package io.fleck.training.wafer;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.model.PatternSettings;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.NoveltyGate;
import io.fleck.core.wafer.Softmax;
import io.fleck.core.wafer.WaferNetwork;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.PatternSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is learned about patterns: the space from validation wafers, how known ones lie in it from calibration wafers. */
final class Patterns {
    private Patterns() {}

    /** The space; empty where there are too few wafers for it or for the gate. */
    static Optional<PatternSettings> space(
            WaferSettings settings,
            List<LabelledWafer> wafers,
            List<WaferNetwork.Output> validation,
            List<WaferNetwork.Output> calibration,
            long seed) {
        List<PatternSpace.Wafer> labelled = new ArrayList<>();
        for (int i = 0; i < wafers.size(); i++) {
            labelled.add(new PatternSpace.Wafer(
                    wafers.get(i).label(), false, validation.get(i).latent()));
        }
        return gate(settings)
                .flatMap(gate -> PatternSpace.of(
                        labelled,
                        calibration.stream()
                                .map(output -> judged(settings, gate, output))
                                .toList(),
                        seed));
    }

    private static Optional<NoveltyGate> gate(WaferSettings settings) {
        try {
            return Optional.of(NoveltyGate.of(settings));
        } catch (CalibrationException e) {
            // Whoever opens the model is told the same: it has too few calibration wafers for its rate.
            return Optional.empty();
        }
    }

    private static PatternSpace.Wafer judged(WaferSettings settings, NoveltyGate gate, WaferNetwork.Output output) {
        String predicted = settings.classes().get(Softmax.best(output.logits()));
        return new PatternSpace.Wafer(
                predicted, gate.novel(predicted, gate.judge(predicted, output.novelty())), output.latent());
    }
}
