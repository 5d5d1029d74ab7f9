package io.fleck.fitting.fit;

/** Fits the same recipe on different parts of the same pictures, sharing what they have in common. */
public interface Trainer {
    /**
     * Fits on some of the pictures. Nothing of the others has an influence beyond rounding.
     *
     * @param images indices of the pictures, ascending, none twice
     * @throws FitException when they do not suffice
     * @throws InterruptedException when the thread was interrupted
     */
    FittedDetector fit(int[] images) throws InterruptedException;
}
