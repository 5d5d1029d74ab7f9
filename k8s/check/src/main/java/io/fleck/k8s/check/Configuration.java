package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fleck.k8s.manifest.Manifests;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The application's settings as the overlay's ConfigMap has them.
 *
 * @param settings value by key, references as they stand there; empty where there is no such file
 * @param config what the application makes of them; empty where it refuses
 * @param refusal why it refuses; empty where it does not
 */
record Configuration(Map<String, String> settings, Optional<FleckConfig> config, String refusal) {
    static final Path FOLDER = Path.of("/etc/fleck");
    static final String FILE = "fleck.properties";
    static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|directory):([^:}]+)(?::([^}]+))?}");

    static Configuration of(Manifests manifests) {
        Optional<String> text = manifests.all(ConfigMap.class).stream()
                .filter(map -> map.getData() != null && map.getData().containsKey(FILE))
                .map(map -> map.getData().get(FILE))
                .findFirst();
        if (text.isEmpty()) {
            return new Configuration(Map.of(), Optional.empty(), "no ConfigMap holds " + FILE);
        }
        Map<String, String> settings = read(text.get());
        try {
            return new Configuration(settings, Optional.of(FleckConfig.of(resolved(settings), FOLDER)), "");
        } catch (ConfigurationException e) {
            return new Configuration(settings, Optional.empty(), FILE + ": " + e.getMessage());
        }
    }

    private static Map<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    /** What is not known here stands for itself: a name will do for an address and for a password. */
    private static Map<String, String> resolved(Map<String, String> settings) {
        Map<String, String> resolved = new TreeMap<>();
        settings.forEach((key, value) -> {
            Matcher reference = REFERENCE.matcher(value);
            resolved.put(key, reference.replaceAll("secret"));
        });
        return resolved;
    }
}
