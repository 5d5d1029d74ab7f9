package io.fleck.stream.wafers;

import io.fleck.avro.Verdict;
import io.fleck.core.wafer.WaferResult;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * From what a model says of a wafer to its verdict: a name that an operator gave goes before the model's own classes, and a
 * wafer that is of neither is novel. Safe for use by several threads.
 */
final class Signatures {
    private final Set<String> good;
    private final Names names;

    /**
     * Verdicts by classes.
     *
     * @param good classes that are no signature
     */
    Signatures(Set<String> good, Names names) {
        this.good = Set.copyOf(good);
        this.names = names;
    }

    Judgement judge(String modelDigest, WaferResult result) {
        return names.find(modelDigest, result.signature(), result.latent())
                .map(name -> new Judgement(verdict(name), name, OptionalDouble.empty()))
                .orElseGet(() -> byModel(result));
    }

    private Judgement byModel(WaferResult result) {
        Verdict verdict = result.novel() ? Verdict.NOVEL : verdict(result.signature());
        return new Judgement(verdict, result.signature(), OptionalDouble.of(result.confidence()));
    }

    private Verdict verdict(String signature) {
        return good.contains(signature) ? Verdict.OK : Verdict.ANOMALY;
    }
}
