package io.fleck.fitting.evaluation;

import io.fleck.core.detect.BilinearMap;
import io.fleck.core.detect.Mask;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeException;
import io.fleck.core.metrics.Aupro;
import io.fleck.core.metrics.Auroc;
import io.fleck.core.metrics.Dice;
import io.fleck.core.metrics.PixelScores;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.LabelledImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well the pixels of defects are told apart, at {@link #SIZE} x {@link #SIZE}: score maps are interpolated
 * bilinearly, masks take the nearest pixel. Good images count as masks without a pixel inside. Defective images without a
 * mask, or whose mask is empty at that size, are left out and counted.
 *
 * <p>Without any defect's mask there are no pixel figures, and no image counts.
 *
 * @param auroc pixel AUROC; empty when the detector gives no map or no defect has a mask
 * @param aupro AUPRO up to a false-positive rate of {@link #AUPRO_LIMIT}; empty as above
 * @param dice Dice coefficient of all pixels above the calibrated threshold; empty as above, or without a threshold
 * @param images good and defective images that count
 * @param regions defect regions in their masks
 * @param withoutMask defective images without a mask
 * @param emptyMasks defective images whose mask is empty
 * @param unreadable masks that could not be read; their images are left out
 */
public record PixelQuality(
        OptionalDouble auroc,
        OptionalDouble aupro,
        OptionalDouble dice,
        int images,
        int regions,
        int withoutMask,
        int emptyMasks,
        List<UnreadableFile> unreadable) {
    /** Pixels a row and rows at which pixels are compared. */
    public static final int SIZE = 256;
    /** Highest false-positive rate of the AUPRO. */
    public static final double AUPRO_LIMIT = 0.3;
    /** The score of each pixel as it is collected and again as it is sorted, and room for the rest of the program. */
    private static final long HEAP_PER_IMAGE = 3L * Float.BYTES * SIZE * SIZE;

    /** Keeps a copy of the unreadable masks. */
    public PixelQuality {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Refuses a data set whose pixels do not fit into memory, before hours are spent on it.
     *
     * @param images the data set; without a mask among them it always fits
     * @param heapBytes most memory that there is
     * @throws EvaluationException when they do not fit; the message says how much they need
     */
    public static void requireHeap(List<LabelledImage> images, long heapBytes) {
        long needed = images.size() * HEAP_PER_IMAGE;
        if (needed > heapBytes && images.stream().anyMatch(image -> !image.good() && image.mask() != null)) {
            throw new EvaluationException(
                    "pixel figures of " + images.size() + " images need " + (needed >> 20) + " MiB of heap, there are "
                            + (heapBytes >> 20) + "; give Java more (-Xmx) or evaluate fewer images",
                    null);
        }
    }

    static PixelQuality of(List<ScoredImage> images) {
        return of(images, OptionalDouble.empty());
    }

    /** With the Dice coefficient at a threshold where there is one. */
    static PixelQuality of(List<ScoredImage> images, OptionalDouble threshold) {
        Collector collector = new Collector();
        images.stream().filter(scored -> !scored.image().good()).forEach(collector::addDefective);
        if (collector.images > 0) {
            images.stream().filter(scored -> scored.image().good()).forEach(collector::addGood);
        }
        return collector.quality(threshold);
    }

    private static final class Collector {
        private final PixelScores.Builder pixels = PixelScores.builder();
        private final List<UnreadableFile> unreadable = new ArrayList<>();
        private int images;
        private int withoutMask;
        private int emptyMasks;

        void addGood(ScoredImage scored) {
            ScoreMap map = scored.map();
            if (map != null) {
                pixels.addGood(enlarged(map));
                images++;
            }
        }

        void addDefective(ScoredImage scored) {
            Path file = scored.image().mask();
            if (file == null) {
                withoutMask++;
                return;
            }
            try {
                addDefective(scored.map(), GroundTruth.read(file).scaled(SIZE, SIZE));
            } catch (DataException | DecodeException e) {
                unreadable.add(UnreadableFile.of("mask of " + scored.image().name(), file, e));
            }
        }

        private void addDefective(@Nullable ScoreMap map, Mask truth) {
            if (truth.area() == 0) {
                emptyMasks++;
            } else if (map != null) {
                pixels.addDefective(enlarged(map), truth);
                images++;
            }
        }

        private static ScoreMap enlarged(ScoreMap map) {
            return new BilinearMap(map, SIZE, SIZE).whole();
        }

        PixelQuality quality(OptionalDouble threshold) {
            PixelScores all = pixels.build();
            return new PixelQuality(
                    Auroc.of(all.sorted()),
                    Aupro.of(all, AUPRO_LIMIT),
                    threshold.isPresent() ? Dice.of(all.sorted(), threshold.getAsDouble()) : OptionalDouble.empty(),
                    images,
                    all.regions(),
                    withoutMask,
                    emptyMasks,
                    unreadable);
        }
    }
}
