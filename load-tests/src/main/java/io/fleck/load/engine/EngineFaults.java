package io.fleck.load.engine;

import io.fleck.cli.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What goes wrong with an engine. Runs are counted from 0 over the engine's life, without those that warm it up.
 *
 * @param failShare part of the runs that fail, from 0 up to, but not including, 1; which ones is drawn from the seed
 * @param seed of the draw
 * @param hangAt runs that never return
 * @param itemDelay what every item of a run adds to it
 */
public record EngineFaults(double failShare, long seed, Set<Long> hangAt, Duration itemDelay) {
    private static final String PREFIX = "fleck.faulty.";
    private static final String FAIL_SHARE = PREFIX + "fail-share";
    private static final String SEED = PREFIX + "seed";
    private static final String HANG_AT = PREFIX + "hang-at";
    private static final String ITEM_DELAY = PREFIX + "item-delay";

    /** Nothing goes wrong. */
    public static final EngineFaults NONE = new EngineFaults(0, 0, Set.of(), Duration.ZERO);

    /** Checks the ranges. */
    public EngineFaults {
        if (!(failShare >= 0 && failShare < 1)) {
            throw new IllegalArgumentException(FAIL_SHARE + " " + failShare + "; allowed is 0 to below 1");
        }
        if (itemDelay.isNegative()) {
            throw new IllegalArgumentException(ITEM_DELAY + " " + itemDelay + "; it must not be negative");
        }
        hangAt = Set.copyOf(hangAt);
    }

    /** The same with a part of the runs failing. */
    public EngineFaults failing(double share, long drawnFrom) {
        return new EngineFaults(share, drawnFrom, hangAt, itemDelay);
    }

    /** The same with these runs hanging. */
    public EngineFaults hangingAt(Long... runs) {
        return new EngineFaults(failShare, seed, Set.of(runs), itemDelay);
    }

    /** The same, slowed down. */
    public EngineFaults delayedBy(Duration delay) {
        return new EngineFaults(failShare, seed, hangAt, delay);
    }

    /** Whether a run fails. */
    boolean fails(long run) {
        return new SplittableRandom(seed * 1_000_003 + run).nextDouble() < failShare;
    }

    /** Reads them from system properties of the names that {@link #jvmOptions()} gives. */
    static EngineFaults of(Properties properties) {
        Set<Long> hangs = new TreeSet<>();
        for (String run : properties.getProperty(HANG_AT, "").split(",", -1)) {
            if (!run.isBlank()) {
                hangs.add(Long.valueOf(run.trim()));
            }
        }
        return new EngineFaults(
                Double.parseDouble(properties.getProperty(FAIL_SHARE, "0")),
                Long.parseLong(properties.getProperty(SEED, "0")),
                hangs,
                Units.duration(properties.getProperty(ITEM_DELAY, "0ms")));
    }

    /** Options of a JVM whose engine {@code faulty} has these faults. */
    public List<String> jvmOptions() {
        List<String> options = new ArrayList<>();
        Map<String, String> values = Map.of(
                FAIL_SHARE, Double.toString(failShare),
                SEED, Long.toString(seed),
                HANG_AT,
                        String.join(
                                ",",
                                hangAt.stream().map(String::valueOf).sorted().toList()),
                ITEM_DELAY, itemDelay.toMillis() + "ms");
        values.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return List.copyOf(options);
    }
}
