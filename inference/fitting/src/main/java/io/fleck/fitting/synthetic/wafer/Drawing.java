package io.fleck.fitting.synthetic.wafer;

import java.util.random.RandomGenerator;

/** Puts the defects of a signature on a wafer. Stateless. */
@FunctionalInterface
interface Drawing {
    void draw(Sheet sheet, RandomGenerator random);
}
