package io.fleck.stream.connection;

import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.claims.ClaimSettings;
import io.fleck.stream.config.ClaimsConfig;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.KafkaConfig;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where broker and registry are, how to be let in, and the prefix of the topics; used as a picocli mixin. */
public final class ConnectionOptions {
    private static final String BROKER = "127.0.0.1:9092";
    private static final String REQUEST_MILLIS = "10000";
    private static final String CALL_MILLIS = "20000";
    private static final String REGISTRY = "http://127.0.0.1:8081";
    /** The application's own default. */
    private static final long LARGEST_PICTURE = 64L << 20;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The application's configuration: gives addresses, security settings and the prefix, so that"
                    + " the other options are not needed.")
    private @Nullable Path config;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Broker, or several separated by commas (default: " + BROKER + ").")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "Schema registry (default: " + REGISTRY + ").")
    private @Nullable String registry;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description =
                    "Properties of Kafka's clients, of the registry client and of the claim store's: security.protocol,"
                            + " sasl.*, ssl.*, basic.auth.*, schema.registry.ssl.*, claims.s3.* and others.")
    private @Nullable Path clientFile;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private @Nullable String prefix;

    /** Broker addresses, host:port, separated by commas. */
    public String bootstrap() {
        return configured()
                .map(file -> String.join(",", file.kafka().bootstrapServers()))
                .orElseGet(() -> Objects.requireNonNullElse(bootstrap, BROKER));
    }

    /** The application's configuration, where the user gave one. */
    public Optional<FleckConfig> configuration() {
        return configured();
    }

    /**
     * The same beside further options that it stands for.
     *
     * @param others value by name of the option; none may be given beside a configuration
     */
    public Optional<FleckConfig> configuration(Map<String, ? extends @Nullable Object> others) {
        return configured(others);
    }

    /** Names of the topics. */
    public Topics topics() {
        return checked(() -> configured()
                .map(file -> file.topics().layout().names())
                .orElseGet(() -> new Topics(Objects.requireNonNullElse(prefix, ""))));
    }

    /** Connects a codec; it makes its first request when the first schema is needed. */
    public AvroCodec codec() {
        return checked(
                () -> AvroCodec.of(configured().map(FleckConfig::registry).orElseGet(this::registry)));
    }

    /** The user's own settings of producers, without the addresses. */
    public Map<String, String> producer() {
        return client(KafkaConfig::producer);
    }

    /** The user's own settings of consumers, without the addresses. */
    public Map<String, String> consumer() {
        return client(KafkaConfig::consumer);
    }

    /** How a claim store is reached: from the configuration, or from the properties of the clients. */
    public ClaimSettings claims() {
        Optional<FleckConfig> file = configured();
        if (file.isPresent()) {
            return file.get().claims();
        }
        try {
            return ClaimsConfig.of(clientFile(), Path.of(""));
        } catch (ConfigurationException e) {
            throw CommandException.usage("--command-config " + clientFile + ": " + e.getMessage());
        }
    }

    /** Bytes of the largest picture that the application takes. */
    public long largestPicture() {
        return configured().map(file -> file.limits().maxBytes()).orElse(LARGEST_PICTURE);
    }

    /** An admin client, which gives up sooner than Kafka's does by default; the caller closes it. */
    public Admin admin() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.putAll(client(KafkaConfig::admin));
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return checked(() -> Admin.create(settings));
    }

    /**
     * Opens something from these options.
     *
     * @throws CommandException of wrong use, when a setting is refused: it is the user's to correct, not a defect
     */
    public static <T> T checked(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            // Its own message says what was opened, its cause what is wrong.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.usage(String.valueOf(cause.getMessage()));
        }
    }

    private Map<String, String> client(Function<KafkaConfig, Map<String, Object>> part) {
        Map<String, String> settings = new HashMap<>();
        Optional<FleckConfig> file = configured();
        if (file.isPresent()) {
            part.apply(file.get().kafka()).forEach((key, value) -> settings.put(key, String.valueOf(value)));
        } else {
            settings.putAll(clientFile());
            settings.keySet().removeIf(key -> RegistrySettings.concerns(key) || ClaimsConfig.concerns(key));
        }
        settings.remove(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        return settings;
    }

    private RegistrySettings registry() {
        Map<String, String> settings = clientFile();
        settings.keySet().removeIf(key -> !RegistrySettings.concerns(key));
        settings.put(RegistrySettings.URL, Objects.requireNonNullElse(registry, REGISTRY));
        return RegistrySettings.of(settings);
    }

    private Optional<FleckConfig> configured() {
        return configured(Map.of());
    }

    private Optional<FleckConfig> configured(Map<String, ? extends @Nullable Object> more) {
        if (config == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> others = new TreeMap<>(more);
        others.put("--bootstrap", bootstrap);
        others.put("--registry", registry);
        others.put("--command-config", clientFile);
        others.put("--prefix", prefix);
        return Optional.of(ConfigurationFile.load(config, others));
    }

    private Map<String, String> clientFile() {
        return clientFile == null ? new HashMap<>() : new HashMap<>(PropertiesFile.read(clientFile));
    }
}
