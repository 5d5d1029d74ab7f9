package io.fleck.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.metrics.InspectionMetrics;
import io.prometheus.client.CollectorRegistry;
import org.junit.jupiter.api.Test;

final class HangsTest {
    private final CollectorRegistry registry = new CollectorRegistry();
    private final Hangs hangs = new Hangs();

    private void hang(String model) {
        new ModelObserver(model, hangs, new InspectionMetrics(registry)).hung(1);
    }

    @Test
    void shouldSurviveTheFirstAndCountIt() {
        hang("tiles");
        assertThat(hangs.fatal()).isNotDone();
        assertThat(registry.getSampleValue("fleck_engine_hangs_total", new String[] {"model"}, new String[] {"tiles"}))
                .isEqualTo(1);
    }

    @Test
    void shouldCallTheSecondFatalWhateverItsModel() {
        hangs.add("tiles");
        hangs.add("steel");
        assertThat(hangs.fatal())
                .isCompletedWithValueMatching(error -> String.valueOf(error.getMessage())
                        .equals("the engine hung 2 times, last with model steel; the application stops"));
    }
}
