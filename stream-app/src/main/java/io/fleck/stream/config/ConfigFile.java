package io.fleck.stream.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads a Java properties file, in UTF-8. A key that stands there twice is refused. */
final class ConfigFile {
    private ConfigFile() {}

    static Map<String, String> read(Path file) {
        UniqueProperties properties = new UniqueProperties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": there is no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage());
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    private static final class UniqueProperties extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new ConfigurationException(key + " is set twice");
            }
            return super.put(key, value);
        }
    }
}
