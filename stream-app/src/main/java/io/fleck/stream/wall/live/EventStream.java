package io.fleck.stream.wall.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Server-sent events: one long answer a browser, resumed by {@code Last-Event-ID}. */
final class EventStream {
    static final int BROWSERS = 32;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final String RETRY = "retry: 2000\n\n";
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final LiveState state;
    private final Semaphore places = new Semaphore(BROWSERS);

    EventStream(LiveState state) {
        this.state = state;
    }

    /** Answers until the browser goes away or the server stops. */
    void serve(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "10");
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        String lastEventId = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        Subscription subscription = state.subscribe(lastEventId == null ? "" : lastEventId);
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            stream(subscription, exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state.unsubscribe(subscription);
            places.release();
            LOG.debug("a browser left; {} events were not for it", subscription.dropped());
        }
    }

    private void stream(Subscription subscription, OutputStream out) throws IOException, InterruptedException {
        write(out, RETRY);
        while (!subscription.closed()) {
            List<WallEvent> events = subscription.take(HEARTBEAT);
            for (WallEvent event : events) {
                write(out, text(event));
            }
            if (events.isEmpty()) {
                write(out, ": alive\n\n");
            }
            out.flush();
        }
    }

    private String text(WallEvent event) {
        String id = event.sequence() == WallEvent.UNNUMBERED ? "" : "id: " + state.id(event) + "\n";
        return id + "event: " + event.type() + "\ndata: " + event.data() + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
