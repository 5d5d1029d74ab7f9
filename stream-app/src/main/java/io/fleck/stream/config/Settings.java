package io.fleck.stream.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Settings whose keys are all known and whose values are all allowed.
 *
 * @param values Fleck's own
 * @param kafka what is passed through to Kafka, without {@code kafka.}
 * @param registry what is passed through to the schema registry's client
 */
record Settings(AbstractConfig values, Map<String, String> kafka, Map<String, String> registry) {
    /**
     * Checks keys first, then values.
     *
     * @throws ConfigurationException with all unknown keys, or with all values that are not allowed
     */
    static Settings check(Map<String, String> settings) {
        Map<String, String> own = new HashMap<>();
        Map<String, String> kafka = new TreeMap<>();
        Map<String, String> registry = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(KafkaKeys.PREFIX)) {
                kafka.put(key.substring(KafkaKeys.PREFIX.length()), value);
            } else if (RegistryConfig.passesThrough(key)) {
                registry.put(key, value);
            } else {
                own.put(key, value);
            }
        });
        ConfigDef known = FleckKeys.forFile(own.keySet());
        refuse(unknown(own, known));
        List<String> problems = kafkaProblems(kafka);
        problems.addAll(valueProblems(own, known));
        refuse(problems);
        return new Settings(new AbstractConfig(known, own, false), kafka, registry);
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static List<String> unknown(Map<String, String> own, ConfigDef known) {
        List<String> problems = new ArrayList<>();
        for (String key : new TreeSet<>(own.keySet())) {
            if (!known.names().contains(key)) {
                Optional<String> nearest = Nearest.to(key, known.names());
                problems.add(key + " is not known"
                        + nearest.map(near -> "; the nearest known key is " + near)
                                .orElse(""));
            }
        }
        return problems;
    }

    private static List<String> kafkaProblems(Map<String, String> kafka) {
        KafkaKeys known = new KafkaKeys();
        List<String> problems = new ArrayList<>();
        kafka.forEach((key, value) -> known.problem(key, value).ifPresent(problems::add));
        return problems;
    }

    private static List<String> valueProblems(Map<String, String> own, ConfigDef known) {
        List<String> problems = new ArrayList<>();
        Map<String, ConfigValue> validated = known.validateAll(own);
        for (ConfigValue value : new TreeMap<>(validated).values()) {
            value.errorMessages().forEach(message -> problems.add(firstLine(message)));
        }
        return problems;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    /** Reads a member of a family for each of its names. */
    <T> Map<String, T> byName(Family family, Function<String, T> reader) {
        Map<String, T> members = new TreeMap<>();
        family.names(values.originals().keySet()).forEach(name -> members.put(name, reader.apply(name)));
        return members;
    }
}
