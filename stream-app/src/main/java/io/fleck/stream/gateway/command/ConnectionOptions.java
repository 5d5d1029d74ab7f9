package io.fleck.stream.gateway.command;

import io.fleck.avro.CameraFrame;
import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.gateway.FrameTransport;
import io.fleck.stream.gateway.ProducerSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where broker and registry are, and how to be let in. */
final class ConnectionOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Broker, or several separated by commas (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "Schema registry (default: ${DEFAULT-VALUE}).")
    private String registry = "";

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of the producer and of the registry client: security.protocol, sasl.*, ssl.*,"
                    + " basic.auth.*, schema.registry.ssl.* and others.")
    private @Nullable Path config;

    String bootstrap() {
        return bootstrap;
    }

    /** Connects a codec; it makes its first request when the first frame is encoded. */
    AvroCodec codec() {
        Map<String, String> settings = new HashMap<>(custom());
        settings.keySet().removeIf(key -> !RegistrySettings.knows(key));
        settings.put(RegistrySettings.URL, registry);
        return checked(() -> AvroCodec.of(RegistrySettings.of(settings)));
    }

    FrameTransport transport(AvroCodec codec) {
        return checked(() ->
                new FrameTransport(ProducerSettings.open(bootstrap, kafka()), codec.serializer(CameraFrame.class)));
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return checked(() -> Admin.create(settings));
    }

    private Map<String, String> kafka() {
        Map<String, String> settings = new HashMap<>(custom());
        settings.keySet().removeIf(RegistrySettings::knows);
        return settings;
    }

    private Map<String, String> custom() {
        Map<String, String> settings = new HashMap<>();
        if (config != null) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(config)) {
                properties.load(in);
            } catch (IOException e) {
                throw CommandException.usage("--command-config " + config + " can't be read: " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        }
        return settings;
    }

    private interface Opening<T> {
        T open();
    }

    /** A wrong setting is the user's to correct, not a defect. */
    private static <T> T checked(Opening<T> opening) {
        try {
            return opening.open();
        } catch (IllegalArgumentException | org.apache.kafka.common.KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.usage(String.valueOf(cause.getMessage()));
        }
    }
}
