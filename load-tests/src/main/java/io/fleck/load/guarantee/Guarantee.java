package io.fleck.load.guarantee;

import java.util.Optional;

/** A promise about every input, judged after the fact. */
public interface Guarantee {
    /** The promise as a sentence. */
    String promise();

    /** In what the evidence falls short of the promise, in one line; empty when it is kept. */
    Optional<String> shortfall(Evidence evidence);
}
