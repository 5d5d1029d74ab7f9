package io.fleck.load.guarantee;

import io.fleck.avro.Verdict;
import io.fleck.stream.reconcile.Outcomes;
import java.util.Optional;

/** The books balance: what was acknowledged is what came out, and every anomaly has its event and its mask. */
public record Reconciled() implements Guarantee {
    @Override
    public String promise() {
        return "acknowledged = results + dead letters + shed, and every anomaly has its event and mask";
    }

    @Override
    public Optional<String> shortfall(Evidence evidence) {
        Outcomes outcomes = evidence.outcomes();
        if (outcomes.inputs() != evidence.sent()) {
            return Optional.of(evidence.sent() + " acknowledged, but " + outcomes.results() + " results + "
                    + outcomes.deadLetters() + " dead letters + " + outcomes.shed() + " shed");
        }
        long anomalous = outcomes.verdicts().getOrDefault(Verdict.ANOMALY, 0L);
        if (outcomes.anomalies() < anomalous || outcomes.masks() < anomalous) {
            return Optional.of(anomalous + " anomalous inputs, but " + outcomes.anomalies() + " events and "
                    + outcomes.masks() + " masks");
        }
        return Optional.empty();
    }
}
