package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which registry, and how the topics are named; used as a picocli mixin. */
final class RegistryOptions {
    private static final String HERE = "http://127.0.0.1:8081";

    @Option(names = "--config", paramLabel = "FILE", description = ConfigurationFile.DESCRIPTION)
    private @Nullable Path config;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry; several URLs separated by commas (default: " + HERE + ").")
    private @Nullable String registry;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private @Nullable String prefix;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties with basic.auth.user.info, bearer.auth.token and schema.registry.ssl.* settings;"
                    + " settings of other clients are left out.")
    private @Nullable Path clientFile;

    /** A new codec; the caller closes it. */
    AvroCodec connect() {
        try {
            return AvroCodec.of(configured().map(FleckConfig::registry).orElseGet(this::client));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--registry: " + e.getMessage());
        }
    }

    Topics names() {
        try {
            return configured()
                    .map(file -> file.topics().layout().names())
                    .orElseGet(() -> new Topics(Objects.requireNonNullElse(prefix, "")));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--prefix: " + e.getMessage());
        }
    }

    private RegistrySettings client() {
        Map<String, String> settings = new HashMap<>();
        if (clientFile != null) {
            settings.putAll(PropertiesFile.read(clientFile));
            settings.keySet().removeIf(key -> !RegistrySettings.concerns(key));
        }
        settings.put(RegistrySettings.URL, Objects.requireNonNullElse(registry, HERE));
        return RegistrySettings.of(settings);
    }

    private Optional<FleckConfig> configured() {
        if (config == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> others = new HashMap<>();
        others.put("--registry", registry);
        others.put("--prefix", prefix);
        others.put("--command-config", clientFile);
        return Optional.of(ConfigurationFile.load(config, others));
    }
}
