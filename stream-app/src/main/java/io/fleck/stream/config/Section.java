package io.fleck.stream.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Adds keys to the one ConfigDef under a title, in the order in which the page shows them. */
final class Section {
    private final ConfigDef keys;
    private final String title;
    private int order;

    Section(ConfigDef keys, String title) {
        this.keys = keys;
        this.title = title;
    }

    /** A key that has to be set. */
    Section required(String key, Kind<?> kind, String documentation) {
        return define(key, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, kind, Importance.HIGH, documentation);
    }

    /** A key that may be absent. */
    Section optional(String key, Kind<?> kind, String documentation) {
        return define(key, ConfigDef.Type.STRING, null, kind, Importance.MEDIUM, documentation);
    }

    /** A key with a default. */
    Section value(String key, String byDefault, Kind<?> kind, String documentation) {
        return define(key, ConfigDef.Type.STRING, byDefault, kind, Importance.MEDIUM, documentation);
    }

    /** A whole number. */
    Section integer(String key, int byDefault, int least, int most, String documentation) {
        String allowed = "a whole number from " + least + " to " + most;
        ConfigDef.Validator range = ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value instanceof Integer number && (number < least || number > most)) {
                        throw new ConfigException(name + "=" + value + " is not allowed; allowed is " + allowed);
                    }
                },
                () -> allowed);
        return define(key, ConfigDef.Type.INT, byDefault, range, Importance.MEDIUM, documentation);
    }

    /** True or false. */
    Section flag(String key, boolean byDefault, String documentation) {
        return define(key, ConfigDef.Type.BOOLEAN, byDefault, null, Importance.MEDIUM, documentation);
    }

    /** A list separated by commas that has to be set. */
    Section requiredList(String key, String documentation) {
        ConfigDef.Validator filled = ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value instanceof List<?> list && list.isEmpty()) {
                        throw new ConfigException(name + " is empty; at least one is needed");
                    }
                },
                () -> "at least one, separated by commas");
        return define(key, ConfigDef.Type.LIST, ConfigDef.NO_DEFAULT_VALUE, filled, Importance.HIGH, documentation);
    }

    /** A secret that may be absent; never printed. */
    Section secret(String key, String documentation) {
        return define(key, ConfigDef.Type.PASSWORD, null, null, Importance.MEDIUM, documentation);
    }

    private Section define(
            String key,
            ConfigDef.Type type,
            @Nullable Object byDefault,
            ConfigDef.@Nullable Validator validator,
            Importance importance,
            String documentation) {
        keys.define(key, type, byDefault, validator, importance, documentation, title, order++, Width.MEDIUM, key);
        return this;
    }
}
