package io.fleck.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.load.drive.BlockModel;
import io.fleck.stream.config.StreamConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenariosTest {
    @Test
    void shouldBeKnownByTheirNames() {
        assertThat(Scenarios.usual())
                .extracting(Scenario::name)
                .containsExactlyInAnyOrder(
                        "kill-app",
                        "sigterm",
                        "rolling-restart",
                        "kill-broker",
                        "registry-away",
                        "poison",
                        "engine-failures",
                        "engine-hang",
                        "overload",
                        "full-disk",
                        "clock-jump");
        for (Scenario scenario : Scenarios.all()) {
            assertThat(Scenarios.byName(scenario.name())).contains(scenario);
            assertThat(scenario.story()).as("story of %s", scenario.name()).isNotBlank();
        }
        assertThat(Scenarios.byName("peace")).isEmpty();
    }

    @Test
    void shouldNotPlayTheMillionUnlessAsked() {
        Scenario million = Scenarios.byName("million").orElseThrow();
        assertThat(Scenarios.usual()).doesNotContain(million);
        assertThat(Scenarios.isMillion(million)).isTrue();
        assertThat(Scenarios.usual()).noneMatch(Scenarios::isMillion);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1_000, 20_000})
    void shouldOverloadWithMoreThanTheMemory(long frames) {
        int side = Scenarios.byName("overload").orElseThrow().stage(frames).frameSide();
        long bytes = frames * side * side;
        assertThat(bytes).as("bytes of %s frames", frames).isGreaterThan(310L << 20);
        assertThat((long) side * side).as("bytes of a frame").isLessThan(16L << 20);
    }

    @Test
    void shouldPlayOnOneBrokerUnlessOneOfThreeIsToDie() {
        for (Scenario scenario : Scenarios.all()) {
            Stage stage = scenario.stage(1_000);
            assertThat(stage.brokers())
                    .as("brokers of %s", scenario.name())
                    .isEqualTo(scenario.name().equals("kill-broker") ? 3 : 1);
            assertThat(stage.frameSide()).isGreaterThanOrEqualTo(BlockModel.SIDE);
        }
    }

    @Test
    void shouldRefuseTooFewFramesForAMiddle() {
        assertThatThrownBy(() -> new TrialSettings(StreamConfig.Guarantee.EXACTLY_ONCE_V2, 99, Path.of("trial")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frames 99; allowed is at least 100");
    }

    @Test
    void shouldAddOptionsOfAnInstance() {
        AppOptions options = AppOptions.USUAL
                .with("engine.workers", "1")
                .withState(Path.of("/state"))
                .withJvm(List.of("-Xmx1g"))
                .withShiftingClock();
        assertThat(options.settings()).containsEntry("engine.workers", "1").containsEntry("state.dir", "/state");
        assertThat(options.jvm()).containsExactly("-Xmx1g");
        assertThat(options.mainClass()).endsWith("ShiftedAppMain");
        assertThat(AppOptions.USUAL.settings()).isEmpty();
    }
}
