package io.fleck.stream.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The page docs/configuration.md, written from the table of keys. */
final class ConfigurationPage {
    private static final String HEAD = """
            # Configuration

            Generated from the table of keys (io.fleck.stream.config); a test fails when it differs. Rewrite it with
            `mvn verify -pl stream-app -am -Dfleck.docs.write=true`.

            `./fleck run --config FILE` reads a Java properties file in UTF-8. Durations are written as `500ms`, `60s`,
            `5m`, sizes as `512KiB`, `16MiB`. A key that nothing knows stops the start, and so does a value that is not
            allowed. Relative paths start at the file's folder.

            A value, or a part of one, may point elsewhere, so that no secret has to stand in the file:
            `${env:NAME}` is an environment variable, `${directory:/run/secrets:password}` the content of the file
            `password` in that folder, `${file:/run/secrets.properties:key}` one key of another properties file.
            """;
    private static final String TAIL = """

            ## Kafka's own settings

            Any setting of Kafka Streams and its clients is passed through with `kafka.` before it:
            `kafka.security.protocol=SASL_SSL` reaches every client, `kafka.consumer.`, `kafka.producer.` and
            `kafka.admin.` (also `kafka.main.consumer.`, `kafka.restore.consumer.`, `kafka.global.consumer.`) reach one.
            Names and values are checked too. Settings that a key above decides, or that would break the guarantee, are
            refused; the message says which key to use.
            """;

    private ConfigurationPage() {}

    static String render() {
        ConfigDef keys = FleckKeys.forPage();
        StringBuilder page = new StringBuilder(HEAD);
        for (String group : groups(keys)) {
            page.append("\n## ")
                    .append(group)
                    .append("\n\n| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n");
            keys.configKeys().values().stream()
                    .filter(key -> key.group.equals(group))
                    .sorted(Comparator.comparingInt(key -> key.orderInGroup))
                    .forEach(key -> page.append(row(key)));
        }
        return page.append(TAIL).toString();
    }

    private static List<String> groups(ConfigDef keys) {
        return keys.configKeys().values().stream()
                .map(key -> key.group)
                .distinct()
                .toList();
    }

    private static String row(ConfigKey key) {
        return String.join(
                " | ", "| `" + key.name + "`", type(key), byDefault(key), allowed(key), key.documentation + " |\n");
    }

    private static String type(ConfigKey key) {
        return key.validator instanceof Kind<?> kind
                ? kind.name()
                : key.type.name().toLowerCase(Locale.ROOT);
    }

    private static String byDefault(ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        return key.defaultValue == null || key.defaultValue.equals("") ? "" : "`" + key.defaultValue + "`";
    }

    private static String allowed(ConfigKey key) {
        return key.validator == null ? "" : key.validator.toString();
    }
}
