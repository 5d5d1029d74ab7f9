package io.fleck.load.verify;

import io.fleck.avro.Verdict;
import io.fleck.load.guarantee.Evidence;
import io.fleck.stream.config.StreamConfig;
import io.fleck.stream.reconcile.Outcomes;
import java.util.List;
import java.util.Map;

/** Results as scenarios give them. */
final class Samples {
    private static final Evidence EVIDENCE = new Evidence(
            1_000,
            50,
            3,
            new Outcomes(Map.of(Verdict.OK, 900L, Verdict.ANOMALY, 40L, Verdict.SHED, 7L), 50, 40, 40, 2, 1));

    private Samples() {}

    static ScenarioResult passed(String scenario) {
        return new ScenarioResult(
                scenario,
                StreamConfig.Guarantee.EXACTLY_ONCE_V2,
                EVIDENCE,
                List.of(),
                List.of("killed with 250 of 600 inspected"),
                31.4);
    }

    static ScenarioResult failed(String scenario) {
        return new ScenarioResult(
                scenario,
                StreamConfig.Guarantee.AT_LEAST_ONCE,
                EVIDENCE,
                List.of("3 of 1000 inputs have no outcome"),
                List.of("with a | in it"),
                31.6);
    }
}
