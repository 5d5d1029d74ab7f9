package io.fleck.fitting.fit;

/** Hears how far a fit is. Called by several threads. */
public interface FitListener {
    /** Hears nothing. */
    FitListener NONE = new FitListener() {
        @Override
        public void begin(String phase, int steps) {
            // nobody listens
        }

        @Override
        public void step() {
            // nobody listens
        }
    };

    /** A phase begins, and the one before it has ended. */
    void begin(String phase, int steps);

    /** One step of the phase is done. */
    void step();
}
