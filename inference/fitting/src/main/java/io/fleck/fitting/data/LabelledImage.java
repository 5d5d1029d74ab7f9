package io.fleck.fitting.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a data set.
 *
 * @param name path relative to the data set, with slashes; unique in it
 * @param file the picture
 * @param label {@code good}, or the name of its defect
 * @param mask picture of the defect's pixels, of any size; {@code null} where there is none
 * @param split part of the data set
 */
public record LabelledImage(
        String name, Path file, String label, @Nullable Path mask, Split split) {
    /** The label of pictures without a defect. */
    public static final String GOOD = "good";

    /** Whether the picture shows no defect. */
    public boolean good() {
        return label.equals(GOOD);
    }
}
