package io.fleck.stream.config;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The one table of keys. */
final class FleckKeys {
    private FleckKeys() {}

    /** The table for a file with these keys: the names of models and stations come from them. */
    static ConfigDef forFile(Collection<String> keys) {
        return table(ModelConfig.FAMILY.names(keys), StationConfig.FAMILY.names(keys));
    }

    /** The table for the configuration page, with a placeholder for names. */
    static ConfigDef forPage() {
        return table(List.of(Family.ANY), List.of(Family.ANY));
    }

    private static ConfigDef table(Collection<String> models, Collection<String> stations) {
        ConfigDef keys = new ConfigDef();
        KafkaConfig.define(keys);
        RegistryConfig.define(keys);
        TopicsConfig.define(keys);
        StreamConfig.define(keys);
        models.forEach(name -> ModelConfig.define(keys, name));
        stations.forEach(id -> StationConfig.define(keys, id));
        WafersConfig.define(keys);
        EngineConfig.define(keys);
        BatchConfig.define(keys);
        ImagesConfig.define(keys);
        ClaimsConfig.define(keys);
        OutageConfig.define(keys);
        PreviewConfig.define(keys);
        AdminConfig.define(keys);
        return keys;
    }
}
