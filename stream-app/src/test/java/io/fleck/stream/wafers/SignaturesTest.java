package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.avro.Verdict;
import io.fleck.core.wafer.Novelty;
import io.fleck.core.wafer.WaferResult;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SignaturesTest {
    private static final Names NOBODY = (digest, predicted, latent) -> Optional.empty();
    private final Signatures signatures = new Signatures(Set.of("none"), NOBODY);

    private static WaferResult result(String signature, boolean novel) {
        return new WaferResult(signature, 0.8, new Novelty(1, 0.2, true), novel, new float[] {1, 2});
    }

    @Test
    void shouldTakeTheModelsWordWhereNobodyNamedAnything() {
        assertThat(signatures.judge("model", result("none", false)))
                .isEqualTo(new Judgement(Verdict.OK, "none", OptionalDouble.of(0.8)));
        assertThat(signatures.judge("model", result("Donut", false)))
                .isEqualTo(new Judgement(Verdict.ANOMALY, "Donut", OptionalDouble.of(0.8)));
        Judgement novel = signatures.judge("model", result("none", true));
        assertThat(novel).isEqualTo(new Judgement(Verdict.NOVEL, "none", OptionalDouble.of(0.8)));
        assertThat(novel.known()).isFalse();
    }

    @Test
    void shouldLetANameGoBeforeTheModelsClasses() {
        Names named =
                (digest, predicted, latent) -> digest.equals("model") && predicted.equals("none") && latent[1] == 2
                        ? Optional.of("Ring")
                        : Optional.empty();
        Signatures naming = new Signatures(Set.of("none"), named);
        assertThat(naming.judge("model", result("none", true)))
                .as("a rejected wafer")
                .isEqualTo(new Judgement(Verdict.ANOMALY, "Ring", OptionalDouble.empty()));
        assertThat(naming.judge("model", result("none", false)).signature())
                .as("one that was not rejected")
                .isEqualTo("Ring");
        assertThat(naming.judge("another", result("none", true)).verdict()).isEqualTo(Verdict.NOVEL);
        assertThat(naming.judge("model", result("Donut", false)).signature()).isEqualTo("Donut");
    }

    /** An operator may say that a pattern is none. */
    @Test
    void shouldSayOkOfANameThatIsNoSignature() {
        Signatures harmless = new Signatures(Set.of("none", "Test pads"), (d, p, l) -> Optional.of("Test pads"));
        assertThat(harmless.judge("model", result("none", true)))
                .isEqualTo(new Judgement(Verdict.OK, "Test pads", OptionalDouble.empty()));
    }
}
