package io.fleck.load.guarantee;

import java.util.Optional;

/** Nothing is lost. */
public record NoLoss() implements Guarantee {
    @Override
    public String promise() {
        return "every input that the broker acknowledged has an outcome";
    }

    @Override
    public Optional<String> shortfall(Evidence evidence) {
        return evidence.lost() == 0
                ? Optional.empty()
                : Optional.of(evidence.lost() + " of " + evidence.sent() + " inputs have no outcome");
    }
}
