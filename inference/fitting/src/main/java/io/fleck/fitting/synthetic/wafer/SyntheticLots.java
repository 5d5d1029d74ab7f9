package io.fleck.fitting.synthetic.wafer;

import io.fleck.core.wafer.WaferIdentity;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless line of lots of 25 wafers of one product and step. Most wafers have no signature, some have a usual one. From
 * some wafer on, one chamber leaves a pattern that nobody has named, on more than half of its wafers; the wafers of a lot take
 * turns in four chambers, so that its cause can be found. A wafer depends on the seed and its number alone.
 */
public final class SyntheticLots {
    /** Wafers a lot. */
    public static final int LOT = 25;

    /** Number of the first wafer that may show the planted pattern. */
    public static final int CLEAN = 15;

    /** The chamber that leaves it. */
    public static final String GUILTY = "CMP-2/C";

    private static final List<String> CHAMBERS = List.of("CMP-2/A", "CMP-2/B", GUILTY, "CMP-2/D");
    private static final List<Signature> USUAL =
            Signature.known().stream().filter(s -> s != Signature.NONE).toList();
    private static final double WITH_SIGNATURE = 0.25;
    private static final double PLANTED = 0.6;

    private final SyntheticWafers wafers;
    private final long seed;
    private long next;

    /** A line of a seed. */
    public SyntheticLots(long seed) {
        this.wafers = new SyntheticWafers(seed);
        this.seed = seed;
    }

    /** The next wafer, beginning with number 0. */
    public SyntheticWafer next() {
        return wafer(next++);
    }

    /** The wafer of that number, at least 0. */
    public SyntheticWafer wafer(long number) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(~seed).nextLong() + number);
        int slot = (int) (number % LOT) + 1;
        String chamber = CHAMBERS.get((int) (number % CHAMBERS.size()));
        WaferIdentity identity = new WaferIdentity(
                "L%04d".formatted(number / LOT + 1),
                "%02d".formatted(slot),
                slot,
                "M3-CMP",
                "P28",
                chamber,
                number / LOT % 2 == 0 ? "CMP-STD" : "CMP-LOW",
                null);
        return wafers.wafer(signature(number, chamber, random), number, identity);
    }

    private static Signature signature(long number, String chamber, SplittableRandom random) {
        if (number >= CLEAN && chamber.equals(GUILTY) && random.nextDouble() < PLANTED) {
            return Signature.LIFT_PINS;
        }
        return random.nextDouble() < WITH_SIGNATURE ? USUAL.get(random.nextInt(USUAL.size())) : Signature.NONE;
    }
}
