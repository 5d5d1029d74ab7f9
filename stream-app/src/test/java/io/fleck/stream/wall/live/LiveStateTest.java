package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleck.avro.FramePreview;
import io.fleck.avro.Rectangle;
import io.fleck.avro.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong nanos = new AtomicLong();
    private final LiveState state =
            new LiveState(new WallSettings("Title", true, OptionalDouble.of(0.02), 0), 1_700_000_000_000L, nanos::get);
    private final Parts parts = new Parts("weld", "camera-1", 0);

    @Test
    void shouldSendANewBrowserTheWholeState() throws InterruptedException {
        state.preview(parts.next(true));
        state.preview(parts.next(false));
        state.result(new Sighting("weld", "camera-1", Verdict.OK, 20.0, 38.5));
        state.counted(new Counters(10, 7, 1, 1, 2, 0));
        state.tick();
        List<WallEvent> events = state.subscribe("").take(Duration.ZERO);
        assertThat(events)
                .extracting(WallEvent::type)
                .containsExactly("hello", "history", "anomaly", "preview", "count");
        JsonNode hello = json(events.get(0));
        assertThat(hello.path("title").asText()).isEqualTo("Title");
        assertThat(hello.path("synthetic").asBoolean()).isTrue();
        assertThat(hello.path("falseAlarmRate").asDouble()).isEqualTo(0.02);
        assertThat(json(events.get(1)).path("points").get(0).path("score").asDouble())
                .isEqualTo(20);
        assertThat(json(events.get(3)).path("sequence").asLong())
                .as("latest picture")
                .isEqualTo(1);
        assertThat(json(events.get(4)).path("inFlight").asLong()).isEqualTo(1);
    }

    @Test
    void shouldSendANewBrowserWafersAndPatterns() throws InterruptedException {
        state.waferMap(FakeWafers.map(1));
        state.waferResult(FakeWafers.verdict(1, Verdict.NOVEL, "none"));
        state.pattern(FakeWafers.pattern("novel-1", 1));
        List<WallEvent> events = state.subscribe("").take(Duration.ZERO);
        assertThat(events).extracting(WallEvent::type).containsExactly("hello", "wafer", "pattern", "count");
        assertThat(json(events.get(0)).path("syntheticWafers").asBoolean()).isFalse();
        assertThat(json(events.get(1)).path("verdict").asText()).isEqualTo("NOVEL");
        assertThat(json(events.get(1)).path("png").asText()).startsWith("iVBORw0KGgo");
        JsonNode pattern = json(events.get(2));
        assertThat(pattern.path("examples").get(0).path("wafer").asText()).isEqualTo("01");
        assertThat(pattern.path("suspects").get(0).path("values").path("tool").asText())
                .isEqualTo("CMP-2/C");
    }

    @Test
    void shouldNumberOnlyTheEndOfTheWhole() throws InterruptedException {
        state.tick();
        List<WallEvent> events = state.subscribe("").take(Duration.ZERO);
        assertThat(events.get(0).sequence()).isEqualTo(WallEvent.UNNUMBERED);
        String last = state.id(events.get(events.size() - 1));
        state.tick();
        assertThat(state.subscribe(last).take(Duration.ZERO))
                .as("a browser that has seen the whole goes on after it")
                .extracting(WallEvent::type)
                .containsExactly("count");
    }

    @Test
    void shouldSendABrowserThatComesBackWhatItMissed() throws InterruptedException {
        Subscription first = state.subscribe("");
        state.preview(parts.next(false));
        List<WallEvent> seen = first.take(Duration.ZERO);
        state.unsubscribe(first);
        assertThat(state.browsers()).isZero();
        state.preview(parts.next(true));
        state.preview(parts.next(true));
        List<WallEvent> missed =
                state.subscribe(state.id(seen.get(seen.size() - 1))).take(Duration.ZERO);
        assertThat(missed)
                .extracting(event -> json(event).path("sequence").asLong())
                .as("both anomalies, though of one camera")
                .containsExactly(1L, 2L);
    }

    @Test
    void shouldSendTheWholeWhenTheIdIsOfAnotherProcessOrNone() throws InterruptedException {
        state.tick();
        for (String id : List.of("other-1", "nonsense", "", "loyw3v28-", "loyw3v28-99999999999999999999")) {
            assertThat(state.subscribe(id).take(Duration.ZERO).get(0).type())
                    .as("first event after '%s'", id)
                    .isEqualTo("hello");
        }
    }

    @Test
    void shouldTellTheWorstScoreOfEachTick() throws InterruptedException {
        Subscription browser = state.subscribe("");
        browser.take(Duration.ZERO);
        state.result(new Sighting("weld", "camera-1", Verdict.OK, 20.0, 38.5));
        state.result(new Sighting("weld", "camera-1", Verdict.ANOMALY, 50.0, 38.5));
        state.result(new Sighting("weld", "camera-1", Verdict.OK, 21.0, 38.5));
        state.result(new Sighting("paint", "camera-2", Verdict.SHED, null, null));
        state.tick();
        JsonNode points = json(browser.take(Duration.ZERO).get(1)).path("points");
        assertThat(points.get(0).path("score").asDouble()).isEqualTo(50);
        assertThat(points.get(0).path("alarming").asBoolean()).isTrue();
        assertThat(points.get(0).path("results").asLong()).isEqualTo(3);
        assertThat(points.get(0).path("anomalies").asLong()).isEqualTo(1);
        assertThat(points.get(1).has("score")).as("a shed frame has no score").isFalse();
        state.result(new Sighting("weld", "camera-1", Verdict.OK, 19.0, 38.5));
        state.tick();
        JsonNode next = json(browser.take(Duration.ZERO).get(1)).path("points");
        assertThat(next).as("only cameras that had results").hasSize(1);
        assertThat(next.get(0).path("alarming").asBoolean())
                .as("a tick forgets the one before")
                .isFalse();
        assertThat(next.get(0).path("score").asDouble()).isEqualTo(19);
    }

    @Test
    void shouldMeasureImagesASecondOverTheLastSeconds() throws InterruptedException {
        Subscription browser = state.subscribe("");
        double rate = 0;
        for (int half = 0; half <= 60; half++) {
            nanos.set(half * 500_000_000L);
            state.counted(new Counters(0, half < 40 ? half * 5L : 200, 0, 0, 0, 0));
            state.tick();
            rate = json(browser.take(Duration.ZERO).stream()
                            .filter(e -> e.type().equals("count"))
                            .reduce((a, b) -> b)
                            .orElseThrow())
                    .path("imagesPerSecond")
                    .asDouble();
            if (half == 39) {
                assertThat(rate).as("ten a second").isEqualTo(10);
            }
        }
        assertThat(rate).as("ten seconds after the last").isZero();
    }

    @Test
    void shouldPlaceTheMapInItsPartOfTheFrame() throws InterruptedException {
        FramePreview preview = parts.next(false);
        preview.setMapArea(new Rectangle(5, 6, 70, 80));
        state.preview(preview);
        JsonNode map = json(latest()).path("map");
        assertThat(map.path("x").asInt()).isEqualTo(5);
        assertThat(map.path("coveredHeight").asInt()).isEqualTo(80);
        assertThat(map.path("cells").asText()).as("base64 of 16 x 16 cells").hasSize(344);
    }

    @Test
    void shouldLeaveOutAMapThatContradictsItsSize() throws InterruptedException {
        FramePreview preview = parts.next(false);
        preview.setMap(ByteBuffer.allocate(3));
        state.preview(preview);
        assertThat(json(latest()).has("map")).isFalse();
    }

    @Test
    void shouldBoundTheCamerasThatItKeeps() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            state.result(new Sighting("s" + i, "c", Verdict.OK, 1.0, 2.0));
        }
        state.tick();
        long histories = state.subscribe("").take(Duration.ZERO).stream()
                .filter(event -> event.type().equals("history"))
                .count();
        assertThat(histories).isEqualTo(1_000);
    }

    private WallEvent latest() throws InterruptedException {
        return state.subscribe("").take(Duration.ZERO).stream()
                .filter(event -> event.type().equals("preview"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(WallEvent event) {
        try {
            return JSON.readTree(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
