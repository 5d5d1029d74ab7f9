package io.fleck.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import io.fleck.load.page.MarkedSection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fast part of what {@code fleck verify} does: real brokers, real processes, a real kill. */
final class VerifyCommandIT {
    private static final int FRAMES = 300;

    @TempDir
    private Path folder;

    @Test
    void shouldFindEveryFrameOnceThoughTheApplicationIsKilledAndFramesArePoisoned() throws Exception {
        Path json = folder.resolve("figures.json");
        Path page = Files.writeString(
                folder.resolve("page.md"),
                MarkedSection.begin(VerifyCommand.SECTION) + MarkedSection.end(VerifyCommand.SECTION));
        int code = Fleck.commandLine()
                .execute(
                        "verify",
                        "--quiet",
                        "--scenario",
                        "kill-app,poison,million",
                        "--frames",
                        Integer.toString(FRAMES),
                        "--out",
                        folder.resolve("out").toString(),
                        "--page",
                        page.toString(),
                        "--json",
                        json.toString());
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(code).as(figures.toPrettyString()).isEqualTo(ExitCode.DONE);
        assertThat(figures.path("scenarios")).hasSize(3).allSatisfy(VerifyCommandIT::requireAllThere);
        assertThat(figures.path("scenarios").get(1).path("dead_letters").asInt())
                .as("one in twenty is poisoned")
                .isBetween(FRAMES / 20, FRAMES);
        assertThat(figures.path("skipped")).isEmpty();
        Path sampled = folder.resolve("out/million-exactly_once_v2");
        assertThat(sampled.resolve("memory.csv")).content().startsWith("seconds,inspected,heap_mib,rss_mib");
        assertThat(sampled.resolve("memory.svg")).content().startsWith("<svg").contains("polyline");
        assertThat(page).content().contains("| kill-app | exactly_once_v2 |").contains("| poison | exactly_once_v2 |");
    }

    private static void requireAllThere(JsonNode scenario) {
        assertThat(scenario.path("passed").asBoolean()).isTrue();
        assertThat(scenario.path("sent").asInt()).isGreaterThanOrEqualTo(FRAMES);
        assertThat(scenario.path("results").asInt()
                        + scenario.path("dead_letters").asInt()
                        + scenario.path("shed").asInt())
                .isEqualTo(scenario.path("sent").asInt());
        for (String figure : new String[] {"lost", "duplicated", "reordered"}) {
            assertThat(scenario.path(figure).asInt(-1)).as(figure).isZero();
        }
    }
}
