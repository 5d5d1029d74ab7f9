package io.fleck.stream.config;

import java.nio.file.Path;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * One model that stations may name.
 *
 * @param name name in this file; results carry the model's own name and version
 * @param path model directory: graph.onnx and model.json
 */
public record ModelConfig(String name, Path path) {
    static final Family FAMILY = new Family("models.");
    private static final String PATH = "path";

    static void define(ConfigDef keys, String name) {
        new Section(keys, "Models")
                .required(
                        FAMILY.key(name, PATH),
                        Kinds.path(),
                        "Model directory as fit writes it: graph.onnx and model.json.");
    }

    static ModelConfig read(AbstractConfig values, String name, Path base) {
        return new ModelConfig(name, base.resolve(Kinds.path().get(values, FAMILY.key(name, PATH))));
    }
}
