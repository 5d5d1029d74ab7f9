package io.fleck.stream.wall.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WallServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final LiveState state =
            new LiveState(new WallSettings("Title", false, OptionalDouble.empty(), 0), 1, System::nanoTime);

    @SuppressWarnings("NullAway.Init")
    private WallServer server;

    @BeforeEach
    void start() {
        server = WallServer.start(0, state);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldServeEveryFileThatThePageRefersTo() throws Exception {
        String page = get("").body();
        List<String> names = new ArrayList<>();
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page);
        while (links.find()) {
            names.add(links.group(1));
        }
        for (String script : List.of("wall.js", "card.js", "strip.js")) {
            Matcher imports =
                    Pattern.compile("from \"\\./([^\"]+)\"").matcher(get(script).body());
            while (imports.find()) {
                names.add(imports.group(1));
            }
        }
        assertThat(names).contains("wall.css", "wall.js", "icon.svg", "frame.js", "trend.js", "format.js");
        for (String name : names) {
            assertThat(get(name).statusCode()).as(name).isEqualTo(200);
        }
    }

    @Test
    void shouldForbidEverythingFromElsewhere() throws Exception {
        for (String path : List.of("", "wall.js", "nothing-here")) {
            HttpResponse<String> response = get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .as("policy of /%s", path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'")
                            .contains("img-src 'self' data: blob:")
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void shouldNotUseWhatThePolicyForbidsOrWhatLetsDataBecomeMarkup() throws Exception {
        String page = get("").body();
        assertThat(page).doesNotContain("style=").doesNotContain("onclick=").doesNotContain("<style");
        for (String script : List.of("wall", "card", "strip", "trend", "frame", "counters", "settings", "format")) {
            assertThat(get(script + ".js").body())
                    .as(script)
                    .doesNotContain("innerHTML")
                    .doesNotContain("insertAdjacentHTML")
                    .doesNotContain("eval(");
        }
        assertThat(Stream.of(page, get("wall.css").body()).filter(text -> text.matches("(?s).*https?://.*")))
                .as("nothing from the network")
                .isEmpty();
    }

    @Test
    void shouldAnswerOnlyGetForItsOwnFilesUnderItsOwnName() throws Exception {
        assertThat(get("../pom.xml").statusCode()).isEqualTo(404);
        assertThat(get("index.html/").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(server.address())
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example:80\r\n\r\n")).startsWith("HTTP/1.1 421");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + port() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void shouldStreamEventsWithIdsAndResume() throws Exception {
        try (Events events = new Events("")) {
            assertThat(events.next()).contains("event: hello").doesNotContain("id: ");
            assertThat(events.next()).contains("event: count");
            state.preview(new Parts("weld", "camera-1", 0).next(false));
            String preview = events.nextOf("preview");
            String id = preview.lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> line.substring(4))
                    .findFirst()
                    .orElseThrow();
            state.preview(new Parts("weld", "camera-1", 1).next(true));
            try (Events resumed = new Events(id)) {
                assertThat(resumed.nextOf("preview")).contains("\"verdict\":\"ANOMALY\"");
            }
        }
    }

    @Test
    void shouldCarryCountersTwiceASecond() throws Exception {
        state.counted(new Counters(42, 40, 3, 3, 1, 0));
        try (Events events = new Events("")) {
            events.nextOf("count");
            assertThat(events.nextOf("count")).contains("\"received\":42").contains("\"inFlight\":1");
        }
    }

    @Test
    void shouldRefuseMoreBrowsersThanItHasPlacesFor() throws Exception {
        List<Events> all = new ArrayList<>();
        for (int i = 0; i < EventStream.BROWSERS; i++) {
            Events events = new Events("");
            events.next();
            all.add(events);
        }
        HttpResponse<String> refused = get("events");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (Events events : all) {
            events.close();
        }
    }

    @Test
    void shouldNotWaitForBrowsersWhenItStops() throws Exception {
        try (Events events = new Events("")) {
            events.next();
            server.close();
            assertThat(state.browsers()).isZero();
        }
    }

    @Test
    void shouldNameAPortThatIsTaken() {
        assertThatThrownBy(() -> WallServer.start(port(), state))
                .isInstanceOf(WallException.class)
                .hasMessageContaining("port " + port() + " can't be had");
    }

    private int port() {
        return server.address().getPort();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create(server.address() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    /** Reads events as they come, over a plain socket. */
    private final class Events implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Events(String lastEventId) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port());
            String request = "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Lines of the next event. */
        String next() throws IOException {
            StringBuilder event = new StringBuilder();
            String line = reader.readLine();
            while (line != null && !(line.isEmpty() && event.indexOf("event: ") >= 0)) {
                event.append(line).append('\n');
                line = reader.readLine();
            }
            return event.toString();
        }

        String nextOf(String type) throws IOException {
            String event = next();
            while (!event.contains("event: " + type + "\n")) {
                event = next();
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
