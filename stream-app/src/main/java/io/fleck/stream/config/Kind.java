package io.fleck.stream.config;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting becomes a value. ConfigDef calls it as the validator, its section calls it to read.
 *
 * @param name what the configuration page calls it, for example {@code duration}
 * @param allowed the allowed range in words
 * @param reader throws IllegalArgumentException for text that is not allowed
 */
record Kind<T>(String name, String allowed, Function<String, T> reader) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, @Nullable Object value) {
        if (value != null) {
            parse(key, value.toString());
        }
    }

    @Override
    public String toString() {
        return allowed;
    }

    /** The value, which has to be there. */
    T get(AbstractConfig values, String key) {
        return find(values, key).orElseThrow(() -> new ConfigException(key + " is missing"));
    }

    /** The value, where there is one. */
    Optional<T> find(AbstractConfig values, String key) {
        return Optional.ofNullable(values.getString(key)).map(text -> parse(key, text));
    }

    private T parse(String key, String text) {
        try {
            return reader.apply(text.trim());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + "=" + text + " is not allowed; allowed is " + allowed);
        }
    }
}
