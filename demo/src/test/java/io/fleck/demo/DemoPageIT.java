package io.fleck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fleck.cli.CommonOptions;
import io.fleck.stream.wall.live.Browsers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** The demo as its user sees it, in a real browser; also takes the README's picture. */
@Timeout(300)
final class DemoPageIT {
    private static final Path PICTURE = Path.of("target", "live-page.png");
    private static final double PATIENCE_MILLIS = 120_000;
    private static final String VIEWED = "() => document.querySelector('#viewer canvas').toDataURL()";

    private final List<String> complaints = new ArrayList<>();

    @Test
    void shouldShowDefectsOnThePageAndAddUp() throws Exception {
        CommonOptions quiet = CommandLine.populateCommand(new CommonOptions(), "--quiet");
        DemoOptions options = new DemoOptions(Optional.empty(), Optional.of(Duration.ofMinutes(4)), 10, 0, 0);
        StringWriter told = new StringWriter();
        CountDownLatch stopped = new CountDownLatch(1);
        try (Browsers browsers = Browsers.start();
                DemoRun run = DemoRun.start(options, quiet, new PrintWriter(told, true))) {
            Page page = open(browsers, run);
            shouldShowWafersAndThePatternThatWasPlanted(page);
            shouldShowAllStationsAndTheirDefects(page);
            shouldShowAHeatMapThatCanBeSwitchedOff(page);
            page.context().close();
            assertThat(complaints).as("errors in the browser's console").isEmpty();
            stopped.countDown();
            DemoRun.Report report = run.await(stopped);
            assertThat(report.outcomes().reconciles(report.received()))
                    .as("received %d, outcomes %s", report.received(), report.outcomes())
                    .isTrue();
            assertThat(report.outcomes().anomalies()).isPositive();
            assertThat(report.outcomes().masks())
                    .as("frames have masks, wafers have none")
                    .isPositive()
                    .isLessThan(report.outcomes().anomalies());
        }
        assertThat(told.toString()).contains("live page: http://127.0.0.1:");
    }

    private Page open(Browsers browsers, DemoRun run) {
        Page page = browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1600, 900)
                        .setColorScheme(ColorScheme.DARK))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(run.address().toString());
        return page;
    }

    private static void await(Page page, String condition) {
        page.waitForFunction("() => " + condition, null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void shouldShowWafersAndThePatternThatWasPlanted(Page page) {
        await(page, "document.querySelectorAll('#wafer-maps li').length >= 20");
        assertThat(page.locator("#wafers-synthetic").isVisible())
                .as("generated wafers are said to be so")
                .isTrue();
        await(page, "document.querySelectorAll('#patterns img').length >= 5");
        await(page, "document.querySelector('#patterns .suspects').textContent.includes('CMP-2/C')");
    }

    private static void shouldShowAllStationsAndTheirDefects(Page page) throws IOException {
        await(page, "document.querySelectorAll('.card').length === 3");
        await(page, "document.querySelectorAll('#strip li').length >= 10");
        await(page, "document.querySelector('.card[data-verdict=ANOMALY]') !== null");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        assertThat(page.locator("#synthetic").isVisible())
                .as("synthetic data is said to be so")
                .isTrue();
        if (Boolean.getBoolean("fleck.docs.write")) {
            Path docs = Path.of(System.getProperty("fleck.root"), "docs", "images", "live-page.png");
            Files.createDirectories(docs.resolveSibling(""));
            Files.copy(PICTURE, docs, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void shouldShowAHeatMapThatCanBeSwitchedOff(Page page) {
        page.keyboard().press("a");
        assertThat(page.locator("#viewer").isVisible())
                .as("A opens the latest anomaly")
                .isTrue();
        Object with = page.evaluate(VIEWED);
        page.keyboard().press("o");
        assertThat(page.evaluate(VIEWED)).as("pixels without the heat map").isNotEqualTo(with);
    }
}
