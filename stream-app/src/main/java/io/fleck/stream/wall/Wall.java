package io.fleck.stream.wall;

import io.fleck.serdes.AvroCodec;
import io.fleck.stream.topics.Topics;
import io.fleck.stream.wall.feed.WallFeed;
import io.fleck.stream.wall.live.LiveState;
import io.fleck.stream.wall.live.WallServer;
import io.fleck.stream.wall.live.WallSettings;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** The live page with its consumers, started and stopped as one. */
public final class Wall implements AutoCloseable {
    /**
     * Where the wall reads.
     *
     * @param bootstrap host:port of one broker or several, separated by commas
     * @param kafka further settings of Kafka's clients: security above all
     * @param codec decodes records; stays open until after the wall is closed
     * @param topics names of the topics
     */
    public record Source(String bootstrap, Map<String, String> kafka, AvroCodec codec, Topics topics) {
        /** Keeps a copy. */
        public Source {
            kafka = Map.copyOf(kafka);
        }
    }

    private final WallServer server;
    private final WallFeed feed;

    private Wall(WallServer server, WallFeed feed) {
        this.server = server;
        this.feed = feed;
    }

    /**
     * Serves the page; it counts what is received from now on.
     *
     * @throws io.fleck.stream.wall.live.WallException when the port can't be had
     * @throws KafkaException when a setting of Kafka's clients is refused
     */
    public static Wall start(WallSettings settings, Source source) {
        LiveState state = new LiveState(settings, System.currentTimeMillis(), System::nanoTime);
        WallServer server = WallServer.start(settings.port(), state);
        try {
            return new Wall(
                    server, WallFeed.start(source.bootstrap(), source.kafka(), source.codec(), source.topics(), state));
        } catch (KafkaException e) {
            server.close();
            throw e;
        }
    }

    /** Address of the page. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        feed.close();
        server.close();
    }
}
