package io.fleck.stream.claims;

import com.adobe.testing.s3mock.S3MockApplication;
import io.fleck.stream.claims.S3Connection.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** A real S3 server in this process on a free port of the loopback, with the bucket {@value #BUCKET}. */
public final class S3Server implements AutoCloseable {
    /** The bucket that is there. */
    public static final String BUCKET = "fleck-frames";

    private final S3MockApplication server;

    private S3Server(S3MockApplication server) {
        this.server = server;
    }

    /** Starts it with its data in a folder. */
    public static S3Server start(Path data) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Map<String, Object> properties = new HashMap<>(); // the server adds to it
        properties.put(S3MockApplication.PROP_HTTP_PORT, S3MockApplication.RANDOM_PORT);
        properties.put(S3MockApplication.PROP_HTTPS_PORT, S3MockApplication.RANDOM_PORT);
        properties.put(S3MockApplication.PROP_INITIAL_BUCKETS, BUCKET);
        properties.put(S3MockApplication.PROP_ROOT_DIRECTORY, data.toString());
        properties.put(S3MockApplication.PROP_SILENT, true);
        properties.put("server.address", "127.0.0.1");
        return new S3Server(S3MockApplication.start(properties));
    }

    /** Where it is. */
    @SuppressWarnings("removal") // the version that removes it has one port only, and asks for a later Java
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getHttpPort());
    }

    /** How it is reached. */
    public S3Connection connection() {
        return connection(endpoint());
    }

    /** How a server at another place is reached. */
    static S3Connection connection(URI endpoint) {
        return new S3Connection(
                Optional.of(endpoint),
                Optional.empty(),
                true,
                Optional.of(new Credentials("reader", new Password("not a secret"))));
    }

    @Override
    public void close() {
        server.stop();
    }
}
