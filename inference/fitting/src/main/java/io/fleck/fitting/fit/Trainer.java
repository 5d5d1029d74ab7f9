package io.fleck.fitting.fit;

import java.util.Set;

/** Fits the same recipe on different unions of the same parts of the pictures, sharing what they have in common. */
public interface Trainer {
    /**
     * Fits on some of the parts. The pictures of the others have no influence.
     *
     * @param parts numbers of the parts given to {@link Recipe#prepare}
     * @throws FitException when their pictures do not suffice
     * @throws InterruptedException when the thread was interrupted
     */
    FittedDetector fit(Set<Integer> parts) throws InterruptedException;
}
