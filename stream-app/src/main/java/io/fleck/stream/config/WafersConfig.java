package io.fleck.stream.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How wafer maps are inspected.
 *
 * @param dies directory of the model of die grids; empty means that no bin maps are inspected
 * @param goodClasses classes of the model that are no signature
 * @param patternWindow time within which rejected wafers make a pattern
 * @param patternWafers fewest wafers of a pattern
 * @param patternChance most that a pattern may be due to chance
 * @param lotIdle time without a wafer after which a lot is summed up
 */
public record WafersConfig(
        Optional<Path> dies,
        Set<String> goodClasses,
        Duration patternWindow,
        int patternWafers,
        double patternChance,
        Duration lotIdle) {
    /** Key of the model of die grids. */
    public static final String DIES = "wafers.dies.model";
    /** Key of the classes that are no signature. */
    public static final String GOOD = "wafers.good.classes";

    private static final String WINDOW = "wafers.pattern.window";
    private static final String FEWEST = "wafers.pattern.wafers";
    private static final String CHANCE = "wafers.pattern.chance";
    private static final String IDLE = "wafers.lot.idle";
    private static final Kind<List<String>> GOOD_KIND =
            Kinds.listOf(Kinds.text("a class"), "names of classes, separated by commas");
    private static final Kind<Duration> WINDOW_KIND = Kinds.duration("1m", "30d");
    private static final Kind<Double> CHANCE_KIND = Kinds.between(0, 1);
    private static final Kind<Duration> IDLE_KIND = Kinds.duration("1s", "7d");

    /** Keeps a copy. */
    public WafersConfig {
        goodClasses = Set.copyOf(goodClasses);
    }

    static void define(ConfigDef keys) {
        new Section(keys, "Wafer maps")
                .optional(
                        DIES,
                        Kinds.path(),
                        "Directory of a model of die grids as fit-wafers writes it. Without it wafer maps are not read.")
                .value(
                        GOOD,
                        "none",
                        GOOD_KIND,
                        "Classes of the model that are no signature: wafers of these have the verdict OK, of all others"
                                + " ANOMALY.")
                .value(
                        WINDOW,
                        "1d",
                        WINDOW_KIND,
                        "Time within which wafers that the model rejects make a novel pattern, and in which its cause is"
                                + " looked for.")
                .integer(FEWEST, 5, 2, 64, "Fewest wafers of a novel pattern.")
                .value(
                        CHANCE,
                        "0.001",
                        CHANCE_KIND,
                        "Rejected wafers that known ones would bring together by chance with a higher probability make no"
                                + " novel pattern.")
                .value(
                        IDLE,
                        "30m",
                        IDLE_KIND,
                        "A lot is summed up once none of its wafers came for this long. Wafers that come later make a"
                                + " summary of their own.");
    }

    static WafersConfig read(AbstractConfig values, Path base) {
        return new WafersConfig(
                Kinds.path().find(values, DIES).map(base::resolve),
                Set.copyOf(GOOD_KIND.get(values, GOOD)),
                WINDOW_KIND.get(values, WINDOW),
                values.getInt(FEWEST),
                CHANCE_KIND.get(values, CHANCE),
                IDLE_KIND.get(values, IDLE));
    }

    /** Whether wafer maps are inspected. */
    public boolean enabled() {
        return dies.isPresent();
    }
}
