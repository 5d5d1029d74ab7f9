package io.fleck.stream.claims;

import com.adobe.testing.s3mock.S3MockApplication;
import io.fleck.stream.claims.S3Connection.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A real S3 server in this process on a free port of the loopback, with the bucket {@value #BUCKET}. */
public final class S3Server implements AutoCloseable {
    /** The bucket that is there. */
    public static final String BUCKET = "fleck-frames";

    private static final String LOOPBACK = "127.0.0.1";

    private final S3MockApplication server;

    private S3Server(S3MockApplication server) {
        this.server = server;
    }

    /** Starts it with its data in a folder. */
    public static S3Server start(Path data) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ApplicationContext context = new SpringApplicationBuilder(S3MockApplication.class)
                .properties(properties(data))
                .bannerMode(Banner.Mode.OFF)
                .initializers(S3Server::onlyOnTheLoopback)
                .run();
        return new S3Server(context.getBean(S3MockApplication.class));
    }

    private static Map<String, Object> properties(Path data) {
        return Map.of(
                S3MockApplication.PROP_INITIAL_BUCKETS,
                BUCKET,
                S3MockApplication.PROP_ROOT_DIRECTORY,
                data.toString(),
                "com.adobe.testing.s3mock.httpPort",
                S3MockApplication.RANDOM_PORT,
                S3MockApplication.PROP_HTTPS_PORT,
                S3MockApplication.RANDOM_PORT,
                S3MockApplication.SERVER_SSL_KEY_STORE,
                S3MockApplication.DEFAULT_SERVER_SSL_KEY_STORE,
                S3MockApplication.SERVER_SSL_KEY_STORE_PASSWORD,
                S3MockApplication.DEFAULT_SERVER_SSL_KEY_STORE_PASSWORD,
                S3MockApplication.SERVER_SSL_KEY_ALIAS,
                S3MockApplication.DEFAULT_SERVER_SSL_KEY_ALIAS,
                S3MockApplication.SERVER_SSL_KEY_PASSWORD,
                S3MockApplication.DEFAULT_SERVER_SSL_KEY_PASSWORD,
                "server.address",
                LOOPBACK);
    }

    /** The address that the server is told holds for its encrypted port alone; the other one listens everywhere. */
    private static void onlyOnTheLoopback(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof TomcatServletWebServerFactory factory) {
                    factory.getAdditionalTomcatConnectors().forEach(port -> port.setProperty("address", LOOPBACK));
                }
                return bean;
            }
        });
    }

    /** Where it is. */
    @SuppressWarnings("removal") // the version that removes it has one port only, and asks for a later Java
    public URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + server.getHttpPort());
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
