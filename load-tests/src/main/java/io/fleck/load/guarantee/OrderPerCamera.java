package io.fleck.load.guarantee;

import java.util.Optional;

/** Results of one camera keep the order of its frames. */
public record OrderPerCamera() implements Guarantee {
    @Override
    public String promise() {
        return "a camera's results have the order of its frames";
    }

    @Override
    public Optional<String> shortfall(Evidence evidence) {
        long reordered = evidence.outcomes().reordered();
        return reordered == 0
                ? Optional.empty()
                : Optional.of(reordered + " results behind the result of a later frame of their camera");
    }
}
