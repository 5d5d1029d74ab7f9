package io.fleck.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of the demo's application, as its configuration file would hold them. */
final class DemoConfig {
    private DemoConfig() {}

    /**
     * The settings.
     *
     * @param models model directory by station, whose name the model carries too
     * @param waferModel model directory of the wafers
     */
    static Map<String, String> of(
            String bootstrap, String registry, Path folder, Map<String, Path> models, Path waferModel) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("schema.registry.url", registry);
        settings.put("application.id", "fleck-demo");
        settings.put("topics.create", "true");
        settings.put("schemas.register", "true");
        settings.put("topics.partitions", "4");
        settings.put("topics.replication", "1");
        // A demo that runs overnight must not fill the disk.
        settings.put("topics.frames.retention.bytes", "256MiB");
        settings.put("state.dir", folder.resolve("state").toString());
        settings.put("admin.port", "0");
        settings.put("wafers.dies.model", waferModel.toString());
        models.forEach((station, model) -> {
            settings.put("models." + station + ".path", model.toString());
            settings.put("stations." + station + ".model", station);
        });
        return settings;
    }
}
