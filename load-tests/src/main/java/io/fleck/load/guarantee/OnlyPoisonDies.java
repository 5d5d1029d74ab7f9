package io.fleck.load.guarantee;

import java.util.Optional;

/** Dead letters are what can never be inspected, and nothing else. */
public record OnlyPoisonDies() implements Guarantee {
    @Override
    public String promise() {
        return "what can never be inspected ends as a dead letter, and nothing else does";
    }

    @Override
    public Optional<String> shortfall(Evidence evidence) {
        long dead = evidence.outcomes().deadLetters();
        return dead == evidence.poison()
                ? Optional.empty()
                : Optional.of(dead + " dead letters, but " + evidence.poison() + " inputs were poison");
    }
}
