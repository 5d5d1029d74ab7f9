package io.fleck.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioResultTest {
    @Test
    void shouldGiveItsFiguresByTheirNames() {
        assertThat(Samples.passed("kill-app").figures())
                .containsEntry("scenario", "kill-app")
                .containsEntry("guarantee", "exactly_once_v2")
                .containsEntry("sent", 1_000L)
                .containsEntry("results", 940L)
                .containsEntry("dead_letters", 50L)
                .containsEntry("shed", 7L)
                .containsEntry("lost", 3L)
                .containsEntry("duplicated", 2L)
                .containsEntry("reordered", 1L)
                .containsEntry("passed", true)
                .containsEntry("seconds", 31L)
                .containsEntry("notes", List.of("killed with 250 of 600 inspected"));
    }

    @Test
    void shouldFailForAnythingInWhichItFallsShort() {
        ScenarioResult failed = Samples.failed("sigterm");
        assertThat(failed.passed()).isFalse();
        assertThat(failed.figures())
                .containsEntry("passed", false)
                .containsEntry("guarantee", "at_least_once")
                .containsEntry("shortfalls", List.of("3 of 1000 inputs have no outcome"));
    }

    @Test
    void shouldSayOnTheTerminalWhatHappened() {
        assertThat(Samples.passed("kill-app").text().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("kill-app")
                .contains("passed", "sent 1000 results 940 dead 50 shed 7 lost 3 duplicated 2 reordered 1");
        assertThat(Samples.failed("sigterm").text())
                .contains("FAILED", "\n    falls short: 3 of 1000 inputs have no outcome\n");
    }

    @Test
    void shouldSayWhyAScenarioWasSkipped() {
        assertThat(new Skipped("full-disk", "no mount").figures())
                .containsEntry("scenario", "full-disk")
                .containsEntry("reason", "no mount");
    }
}
