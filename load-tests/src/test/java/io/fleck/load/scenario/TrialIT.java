package io.fleck.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.cluster.ClusterOptions;
import io.fleck.cluster.LocalCluster;
import io.fleck.load.guarantee.Evidence;
import io.fleck.load.guarantee.Guarantees;
import io.fleck.load.process.AppProcess;
import io.fleck.load.process.Children;
import io.fleck.stream.config.StreamConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the counting finds what it is there to find: an application that keeps no promise falls short of all of them. */
final class TrialIT {
    private static final StreamConfig.Guarantee SETTING = StreamConfig.Guarantee.EXACTLY_ONCE_V2;
    private static final long FRAMES = 100;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static LocalCluster cluster;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Children children;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(ClusterOptions.defaults());
        children = Children.none();
    }

    @AfterAll
    static void stop() {
        children.close();
        cluster.close();
    }

    /** A scenario that does what its test does. */
    private record Scripted(String name) implements Scenario {
        @Override
        public String story() {
            return "as the test says";
        }

        @Override
        public void play(Trial trial) {
            throw new ScenarioException("played by the test itself");
        }
    }

    private static Trial trial(String name) {
        return Trial.open(
                new Scripted(name), new TrialSettings(SETTING, FRAMES, folder.resolve(name)), cluster, children);
    }

    private static AppOptions of(Class<?> main) {
        return new AppOptions(main.getName(), Map.of(), List.of());
    }

    @Test
    void shouldFindALossADuplicateAndAChangeOfPlaces() throws InterruptedException {
        try (Trial trial = trial("clumsy")) {
            trial.start("app", of(ClumsyAppMain.class));
            trial.driver().finish(FRAMES);
            trial.awaitOutcomes(FRAMES - 1);
            Evidence evidence = trial.count();
            assertThat(evidence.sent()).isEqualTo(FRAMES);
            assertThat(evidence.lost()).isEqualTo(1);
            assertThat(evidence.outcomes().duplicated()).isEqualTo(1);
            assertThat(evidence.outcomes().reordered()).isEqualTo(1);
            assertThat(Guarantees.shortfalls(SETTING, evidence))
                    .hasSize(4)
                    .contains("1 of 100 inputs have no outcome")
                    .contains("100 acknowledged, but 99 results + 0 dead letters + 0 shed");
        }
    }

    @Test
    void shouldFindNothingWrongWithTheRealApplication() throws InterruptedException {
        try (Trial trial = trial("real")) {
            trial.driver().poisonEvery(20);
            AppProcess app = trial.start();
            trial.awaitReady(app);
            trial.drain();
            Evidence evidence = trial.count();
            assertThat(Guarantees.shortfalls(SETTING, evidence)).isEmpty();
            assertThat(evidence.outcomes().deadLetters()).isEqualTo(5);
            assertThat(evidence.outcomes().results()).isEqualTo(95);
            assertThat(evidence.outcomes().anomalies()).as("one frame in fifty").isEqualTo(1);
            assertThat(app.running()).as("ended for the count").isFalse();
        }
    }

    @Test
    void shouldSayThatNoApplicationRunsInsteadOfWaiting() throws InterruptedException {
        try (Trial trial = trial("dead")) {
            AppProcess app = trial.start("app", AppOptions.USUAL.with("no.such.key", "1"));
            Waiting.until("it ends", () -> !app.running());
            trial.driver().burst(FRAMES);
            assertThatThrownBy(() -> trial.awaitOutcomes(FRAMES))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining("the application ended")
                    .hasMessageContaining("exit code 2")
                    .hasMessageContaining("no.such.key");
            assertThat(trial.count().lost()).isEqualTo(FRAMES);
        }
    }
}
