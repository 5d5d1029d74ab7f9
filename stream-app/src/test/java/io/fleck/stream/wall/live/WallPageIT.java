package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fleck.avro.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser, fed by cameras without Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class WallPageIT {
    private static final Path PICTURES = Path.of("target", "wall");
    private static final String SUM =
            "() => { const n = (f) => Number(document.querySelector(`[data-figure=${f}]`).textContent.replaceAll(',', ''));"
                    + " return n('received') - n('results') - n('deadLetters') - n('shed') - n('inFlight'); }";
    private static final String PIXELS = "() => document.querySelector('.card .picture').toDataURL()";

    @SuppressWarnings("NullAway.Init")
    private Browsers browsers;

    @SuppressWarnings("NullAway.Init")
    private LiveState state;

    @SuppressWarnings("NullAway.Init")
    private WallServer server;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void startBrowser() {
        browsers = Browsers.start();
    }

    @AfterAll
    void stopBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void startServer() {
        startServer(false);
    }

    private void startServer(boolean syntheticWafers) {
        state = new LiveState(
                new WallSettings("Surface inspection", true, syntheticWafers, OptionalDouble.of(0.01), 0),
                System.currentTimeMillis(),
                System::nanoTime);
        server = WallServer.start(0, state);
        complaints.clear();
    }

    @AfterEach
    void stopServer() {
        List.copyOf(browsers.browser().contexts()).forEach(BrowserContext::close);
        server.close();
        assertThat(complaints)
                .as("errors and warnings in the browser's console")
                .isEmpty();
    }

    @Test
    void shouldShowFramesWithAnOverlayThatTheSliderChanges() {
        FakeLine line = new FakeLine(state, 1);
        Page page = open(1600, 900, ColorScheme.DARK);
        line.round();
        line.defects();
        await(page, "document.documentElement.dataset.frames === '2'");
        assertThat(page.locator(".card .verdict").first().textContent()).isEqualTo("ANOMALY");
        Object with = page.evaluate(PIXELS);
        page.locator("#opacity").fill("0");
        Object without = page.evaluate(PIXELS);
        assertThat(with).as("pixels at opacity 70 and 0").isNotEqualTo(without);
        page.locator("#opacity").fill("70");
        assertThat(page.evaluate(PIXELS)).as("pixels at opacity 70 again").isEqualTo(with);
        page.keyboard().press("o");
        assertThat(page.evaluate(PIXELS)).as("heat map switched off").isEqualTo(without);
        page.keyboard().press("o");
    }

    @Test
    void shouldShowCountersThatAddUp() {
        FakeLine line = new FakeLine(state, 2);
        Page page = open(1600, 900, ColorScheme.DARK);
        line.round();
        await(page, "document.querySelector('[data-figure=results]').textContent === '2'");
        assertThat(page.evaluate(SUM)).as("received minus its parts").isEqualTo(0);
        assertThat(page.locator("[data-figure=received]").textContent()).isEqualTo("9");
        assertThat(page.locator("[data-figure=inFlight]").textContent()).isEqualTo("4");
        assertThat(page.locator("[data-figure=falseAlarmRate]").textContent()).isEqualTo("1 %");
        assertThat(page.locator("#synthetic").isVisible())
                .as("synthetic data is said to be so")
                .isTrue();
        assertThat(page.locator("h1").textContent()).isEqualTo("Surface inspection");
    }

    @Test
    void shouldEnlargeAnAnomalyAndBeUsedByKeyboard() {
        FakeLine line = new FakeLine(state, 3);
        Page page = open(1024, 768, ColorScheme.LIGHT);
        line.defects();
        line.defects();
        await(page, "document.querySelectorAll('#strip li').length === 6");
        page.locator("#strip button").nth(2).click();
        assertThat(page.locator("#viewer").isVisible()).isTrue();
        String third = page.locator("#viewer-facts").textContent();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#viewer-facts").textContent())
                .as("a newer one")
                .isNotEqualTo(third);
        page.keyboard().press("Escape");
        assertThat(page.locator("#viewer").isVisible()).isFalse();
        page.keyboard().press("a");
        assertThat(page.locator("#viewer").isVisible()).as("A opens the latest").isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("viewer.png")));
        page.locator("#close").click();
        page.keyboard().press("t");
        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void shouldComeBackByItselfWhenTheServerIsThereAgain() {
        FakeLine line = new FakeLine(state, 1);
        Page page = open(1024, 768, ColorScheme.DARK);
        line.round();
        await(page, "document.documentElement.dataset.frames === '1'");
        int port = server.address().getPort();
        server.close();
        await(page, "document.getElementById('link').dataset.state === 'away'");
        complaints.removeIf(text -> text.contains("ERR_")); // the browser itself notes the lost connection
        LiveState next = new LiveState(
                new WallSettings("After the restart", false, OptionalDouble.empty(), 0), 1, System::nanoTime);
        server = WallServer.start(port, next);
        new FakeLine(next, 2).round();
        await(page, "document.querySelectorAll('.card').length === 2");
        assertThat(page.locator("h1").textContent()).isEqualTo("After the restart");
        assertThat(page.locator("#synthetic").isVisible()).isFalse();
        complaints.removeIf(text -> text.contains("ERR_"));
    }

    @Test
    void shouldFitAScreenInLightAndDarkWithOneCameraAndWithMany() {
        for (int cameras : List.of(1, 3, 8)) {
            FakeLine line = new FakeLine(state, cameras);
            for (int i = 0; i < 60; i++) {
                line.round();
                state.tick();
            }
            line.defects();
            line.round();
            state.tick();
            picture("dark-" + cameras, 1600, 900, ColorScheme.DARK);
            picture("tablet-" + cameras, 1180, 820, ColorScheme.LIGHT);
            picture("upright-" + cameras, 820, 1180, ColorScheme.DARK);
            stopServer();
            startServer();
        }
    }

    @Test
    void shouldShowWafersAndPatternsBesideFramesAndAlone() {
        stopServer();
        startServer(true);
        Page alone = open(1600, 900, ColorScheme.DARK);
        for (int i = 1; i <= 9; i++) {
            state.waferMap(FakeWafers.map(i));
            state.waferResult(FakeWafers.verdict(i, i > 4 ? Verdict.NOVEL : Verdict.ANOMALY, "Donut"));
        }
        state.pattern(FakeWafers.pattern("novel-1", 5, 6, 7, 8, 99));
        await(alone, "document.querySelectorAll('#wafer-maps li').length === 9");
        assertThat(alone.locator("#stations").isVisible())
                .as("no frames, no room for them")
                .isFalse();
        assertThat(alone.locator("#wafers-synthetic").isVisible())
                .as("generated wafers are said to be so")
                .isTrue();
        assertThat(alone.locator("#wafer-maps .class").first().textContent()).isEqualTo("NOVEL");
        assertThat(alone.locator("#wafer-maps .class").last().textContent()).isEqualTo("Donut");
        assertThat(alone.locator("#wafer-maps .when").last().textContent()).isEqualTo("p = 0.610");
        assertThat(alone.locator("#patterns .suspects").textContent()).isEqualTo("tool CMP-2/C (p = 0.005)");
        assertThat(alone.locator("#patterns img").count()).isEqualTo(4);
        assertThat(alone.locator("#patterns .gone").count())
                .as("wafer that this page never saw")
                .isEqualTo(1);
        alone.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("wafers-alone.png")));
        alone.locator("#wafer-maps button").last().click();
        assertThat(alone.locator("#wafer-title").textContent()).isEqualTo("Lot L1 · wafer 01");
        assertThat(alone.locator("#wafer-facts").textContent()).contains("Donut", "0.980", "CMP-2/C");
        alone.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("wafer-viewer.png")));
        FakeLine line = new FakeLine(state, 3);
        line.round();
        line.defects();
        state.tick();
        picture("wafers-beside", 1600, 900, ColorScheme.DARK);
        picture("wafers-tablet", 1180, 820, ColorScheme.LIGHT);
        picture("wafers-upright", 820, 1180, ColorScheme.DARK);
    }

    private void picture(String name, int width, int height, ColorScheme scheme) {
        Page page = open(width, height, scheme);
        await(page, "document.querySelectorAll('#strip li').length > 0");
        await(page, "document.querySelectorAll('.card[data-verdict=UNKNOWN]').length === 0");
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow)
                .as("width beyond the screen at %d x %d", width, height)
                .isEqualTo(0);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        page.context().close();
    }

    private Page open(int width, int height, ColorScheme scheme) {
        Page page = browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme))
                .newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(server.address().toString());
        await(page, "document.getElementById('link').dataset.state === 'live'");
        return page;
    }

    private static void await(Page page, String condition) {
        page.waitForFunction("() => " + condition, null, new Page.WaitForFunctionOptions().setTimeout(20_000));
    }
}
