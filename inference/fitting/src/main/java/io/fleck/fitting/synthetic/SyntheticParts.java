package io.fleck.fitting.synthetic;

import io.fleck.core.image.Image;
import io.fleck.fitting.data.LabelledImage;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An endless line of parts of one kind: each lies a little differently, its texture is its own, the light drifts. A part
 * depends on the seed and its number alone, not on the parts before.
 *
 * <p>{@link #part} is safe for use by several threads, {@link #next} is not.
 */
public final class SyntheticParts {
    /** Usual pixels a side. */
    public static final int SIZE = 320;

    private static final List<Defect> DEFECTS = List.of(Defect.values());

    private final Surface surface;
    private final int size;
    private final double defective;
    private final long seed;
    private long next;

    /**
     * A line.
     *
     * @param surface kind of part
     * @param size pixels a side, 64 to 1024
     * @param defective share of defective parts, 0 to 1
     * @param seed which line
     */
    public SyntheticParts(Surface surface, int size, double defective, long seed) {
        if (size < 64 || size > 1024) {
            throw new IllegalArgumentException("synthetic parts of " + size + " pixels; allowed are 64 to 1024");
        }
        if (!(defective >= 0 && defective <= 1)) {
            throw new IllegalArgumentException("share of defective parts " + defective + "; allowed is 0 to 1");
        }
        this.surface = surface;
        this.size = size;
        this.defective = defective;
        this.seed = seed;
    }

    /** The same line, from number 0 on, with another share of defective parts; each part is itself but for its defect. */
    public SyntheticParts withDefective(double share) {
        return new SyntheticParts(surface, size, share, seed);
    }

    /** The next part, beginning with number 0. */
    public Part next() {
        return part(next++);
    }

    /** The part of that number, at least 0. */
    public Part part(long index) {
        // A stream of its own for each concern: without its defect a part is the same part, down to the sensor's noise.
        SplittableRandom root = new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
        SplittableRandom fate = root.split();
        SplittableRandom making = root.split();
        SplittableRandom exposure = root.split();
        Canvas canvas = new Canvas(size);
        Defect defect = fate.nextDouble() < defective ? DEFECTS.get(fate.nextInt(DEFECTS.size())) : null;
        draw(canvas, making, defect, fate);
        Image image = Exposure.of(canvas, surface.blueprint().material(), Lamp.at(index, exposure), exposure);
        return new Part(index, image, defect == null ? LabelledImage.GOOD : defect.label(), canvas.mask);
    }

    private void draw(Canvas canvas, SplittableRandom making, @Nullable Defect defect, SplittableRandom fate) {
        Blueprint blueprint = surface.blueprint();
        int missing = defect == Defect.MISSING ? fate.nextInt(blueprint.features()) : -1;
        blueprint.draw(canvas, Pose.random(making), making, missing);
        if (defect != null) {
            defect.damage().apply(canvas, fate);
        }
    }
}
