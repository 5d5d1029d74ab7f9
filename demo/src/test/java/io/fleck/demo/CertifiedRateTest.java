package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.fitting.fit.FitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertifiedRateTest {
    @ParameterizedTest
    @CsvSource({"1000,0.01", "99,0.01", "98,0.02", "49,0.02", "48,0.05", "20,0.05"})
    void shouldChooseTheSmallestRateThatIsCertified(int images, double rate) {
        assertThat(CertifiedRate.of(images)).isEqualTo(rate);
    }

    @Test
    void shouldSayHowManyPicturesAreNeeded() {
        assertThatThrownBy(() -> CertifiedRate.of(8))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("8 good pictures")
                .hasMessageContaining("takes 20");
    }
}
