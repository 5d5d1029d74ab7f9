package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.RegistrySettings;
import io.fleck.stream.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options by which a command reaches the schema registry; used as a picocli mixin. */
final class RegistryOptions {
    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Schema registry; several URLs separated by commas (default: ${DEFAULT-VALUE}).")
    private String registry = "";

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Stands before every topic's name as it is, for example line1. (with its dot).")
    private String prefix = "";

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties with basic.auth.*, bearer.auth.* and schema.registry.ssl.* settings;"
                    + " settings of other clients are left out.")
    private @Nullable Path file;

    /** A new codec; the caller closes it. */
    AvroCodec connect() {
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            PropertiesFile.read(file).entrySet().stream()
                    .filter(entry -> RegistrySettings.concerns(entry.getKey()))
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        }
        settings.put(RegistrySettings.URL, registry);
        try {
            return AvroCodec.of(RegistrySettings.of(settings));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--registry: " + e.getMessage());
        }
    }

    Topics names() {
        try {
            return new Topics(prefix);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--prefix: " + e.getMessage());
        }
    }
}
