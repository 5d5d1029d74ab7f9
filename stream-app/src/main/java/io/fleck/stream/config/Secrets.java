package io.fleck.stream.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Replaces references in values by what they point to, with Kafka's own providers: {@code ${env:NAME}},
 * {@code ${file:FILE.properties:KEY}} and {@code ${directory:FOLDER:FILE}}.
 */
final class Secrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|directory):[^}]*}");

    private final Map<String, String> environment;

    Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The values with every reference replaced.
     *
     * @throws ConfigurationException when a reference points to nothing or its file cannot be read
     */
    Map<String, String> resolve(Map<String, String> values) {
        Map<String, ConfigProvider> providers = providers();
        try {
            Map<String, String> resolved = new HashMap<>(
                    new ConfigTransformer(providers).transform(values).data());
            resolved.forEach(Secrets::requireResolved);
            return resolved;
        } catch (ConfigException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } finally {
            providers.values().forEach(Secrets::close);
        }
    }

    private Map<String, ConfigProvider> providers() {
        Map<String, ConfigProvider> providers = Map.of(
                "env", new EnvVarConfigProvider(environment),
                "file", new FileConfigProvider(),
                "directory", new DirectoryConfigProvider());
        providers.values().forEach(provider -> provider.configure(Map.of()));
        return providers;
    }

    /** A transformer leaves alone what it cannot find. */
    private static void requireResolved(String key, String value) {
        Matcher matcher = REFERENCE.matcher(value);
        if (matcher.find()) {
            throw new ConfigurationException(key + ": " + matcher.group() + " points to nothing");
        }
    }

    private static void close(ConfigProvider provider) {
        try {
            provider.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
