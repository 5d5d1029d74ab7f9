package io.fleck.fitting.data;

/** Which part of a data set a picture belongs to. */
public enum Split {
    /** For fitting and calibration. */
    TRAIN,
    /** For evaluation. */
    TEST,
    /** The data set does not say: for either. */
    EITHER
}
