package io.fleck.load.guarantee;

import io.fleck.avro.Verdict;
import io.fleck.stream.reconcile.Outcomes;
import java.util.Optional;

/** Nothing comes twice, an anomaly's event and mask included. */
public record NoDuplicate() implements Guarantee {
    @Override
    public String promise() {
        return "no input has two outcomes, and no anomaly two events or masks";
    }

    @Override
    public Optional<String> shortfall(Evidence evidence) {
        Outcomes outcomes = evidence.outcomes();
        long anomalous = outcomes.verdicts().getOrDefault(Verdict.ANOMALY, 0L);
        if (outcomes.duplicated() > 0) {
            return Optional.of(outcomes.duplicated() + " outcomes beyond the first of their input");
        }
        if (outcomes.anomalies() > anomalous || outcomes.masks() > anomalous) {
            return Optional.of(outcomes.anomalies() + " events and " + outcomes.masks() + " masks of " + anomalous
                    + " anomalous inputs");
        }
        return Optional.empty();
    }
}
