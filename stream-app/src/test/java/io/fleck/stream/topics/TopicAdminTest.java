package io.fleck.stream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that takes connections and never answers. */
final class TopicAdminTest {
    private static final TopicLayout LAYOUT = TopicLayout.defaults(Topics.unprefixed());

    @SuppressWarnings("NullAway.Init") // set before each test
    private ServerSocket silent;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Admin client;

    @BeforeEach
    void open() throws IOException {
        silent = new ServerSocket(0);
        client = Admin.create(Map.of(
                "bootstrap.servers", "127.0.0.1:" + silent.getLocalPort(),
                "request.timeout.ms", "60000",
                "default.api.timeout.ms", "60000"));
    }

    @AfterEach
    void close() throws IOException {
        client.close(Duration.ZERO);
        silent.close();
    }

    @Test
    void shouldGiveUpWhenTheClusterDoesNotAnswer() {
        TopicAdmin admin = new TopicAdmin(client, Duration.ofMillis(200));
        assertThatThrownBy(() -> admin.plan(LAYOUT))
                .isInstanceOf(TopicsException.class)
                .hasMessage("listing topics: the cluster did not answer within 200 ms");
    }

    @Test
    void shouldStopWaitingWhenInterrupted() {
        TopicAdmin admin = new TopicAdmin(client, Duration.ofSeconds(60));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> admin.plan(LAYOUT))
                .isInstanceOf(TopicsException.class)
                .hasMessage("listing topics: interrupted");
        assertThat(Thread.interrupted())
                .as("the interrupt is kept for the caller")
                .isTrue();
    }
}
