package io.fleck.stream.wafers;

import io.fleck.avro.Verdict;
import java.util.OptionalDouble;

/**
 * The verdict on a wafer.
 *
 * @param verdict OK, ANOMALY or NOVEL
 * @param signature class; where it is NOVEL only the likest of the known ones
 * @param confidence its probability among the known ones; empty where an operator's name decided
 */
record Judgement(Verdict verdict, String signature, OptionalDouble confidence) {
    /** Class where the wafer is of one. */
    boolean known() {
        return verdict != Verdict.NOVEL;
    }
}
