package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProductStepTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldComeBackFromItsKey() {
        ProductStep place = new ProductStep("P/ü", "M2");
        assertThat(ProductStep.ofKey(bytes(place.key()))).isEqualTo(place);
        ProductStep unknown = new ProductStep("", "");
        assertThat(ProductStep.ofKey(bytes(unknown.key()))).isEqualTo(unknown);
    }

    @Test
    void shouldHaveThePartOfAKeyThatStepsOfAProductShare() {
        assertThat(ProductStep.product(bytes(new ProductStep("P1", "M1").key())))
                .isEqualTo(ProductStep.product(bytes(new ProductStep("P1", "M2").key())))
                .isEqualTo(bytes("P1"));
    }

    @Test
    void shouldRefuseAnotherKey() {
        assertThatThrownBy(() -> ProductStep.ofKey(bytes("P1"))).hasMessageContaining("'P1' is not of a product");
    }
}
