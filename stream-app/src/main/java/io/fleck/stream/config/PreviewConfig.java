package io.fleck.stream.config;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Small pictures for the live wall.
 *
 * @param perSecond most previews a second and station, from 0 (none) to 10
 */
public record PreviewConfig(double perSecond) {
    private static final String PER_SECOND = "previews.per-second";
    private static final Kind<Double> RATE = Kinds.fromTo(0, 10);

    static void define(ConfigDef keys) {
        new Section(keys, "Previews")
                .value(
                        PER_SECOND,
                        "2",
                        RATE,
                        "Most previews a second and station for the live wall; 0 switches them off. They are dropped"
                                + " under load and never hold up the stream.");
    }

    static PreviewConfig read(AbstractConfig values) {
        return new PreviewConfig(RATE.get(values, PER_SECOND));
    }
}
