package io.fleck.stream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdminServerTest {
    private final CollectorRegistry metrics = new CollectorRegistry();
    private final HttpClient client = HttpClient.newHttpClient();
    private List<String> notReady = List.of();
    private List<String> notAlive = List.of();

    @SuppressWarnings("NullAway.Init") // started before each test
    private AdminServer server;

    @BeforeEach
    void start() {
        server = AdminServer.start("127.0.0.1", 0, metrics, new Health() {
            @Override
            public List<String> notReady() {
                return notReady;
            }

            @Override
            public List<String> notAlive() {
                return notAlive;
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    @Test
    void shouldServeMetricsInPrometheusText() throws Exception {
        Counter.build("frames_total", "Frames.").register(metrics).inc(3);
        HttpResponse<String> response = get("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(response.body()).contains("# TYPE frames_total counter", "frames_total 3.0");
    }

    @Test
    void shouldBeReadyAndAlive() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/livez").body()).isEqualTo("ok\n");
    }

    @Test
    void shouldSayWhyItIsNotReadyAndStayAlive() throws Exception {
        notReady = List.of("stream: REBALANCING", "registry: away for 3 s");
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("stream: REBALANCING\nregistry: away for 3 s\n");
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayWhyItIsNotAlive() throws Exception {
        notAlive = List.of("stream: ERROR");
        assertThat(get("/livez").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldRefuseOtherPathsAndMethods() throws Exception {
        assertThat(get("/readyz/more").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post =
                request("/metrics").POST(BodyPublishers.ofString("x")).build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void shouldNameThePortThatIsTaken() {
        assertThatThrownBy(() -> AdminServer.start("127.0.0.1", server.port(), metrics, emptyHealth()))
                .isInstanceOf(AdminException.class)
                .hasMessageContaining("admin.port=" + server.port());
    }

    private static Health emptyHealth() {
        return new Health() {
            @Override
            public List<String> notReady() {
                return List.of();
            }

            @Override
            public List<String> notAlive() {
                return List.of();
            }
        };
    }
}
