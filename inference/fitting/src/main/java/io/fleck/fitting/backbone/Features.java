package io.fleck.fitting.backbone;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Features of pictures on a grid, in memory: 4 bytes a channel, site and picture (434 kB a picture with the shipped
 * backbone on 16 x 16 sites).
 *
 * @param channels channels a site, at least 1
 * @param grid sites of a picture
 * @param images a picture's channels one after the other, each row by row: {@code channels * sites} values; read only
 */
public record Features(int channels, Grid grid, List<float[]> images) {
    /** Checks the sizes. */
    public Features {
        images = List.copyOf(images);
        for (float[] image : images) {
            if (image.length != channels * grid.sites()) {
                throw new IllegalArgumentException(
                        "features of " + channels + " channels on " + grid + " sites with " + image.length + " values");
            }
        }
    }

    /** Number of pictures. */
    public int size() {
        return images.size();
    }

    /** The features of some of the pictures, sharing their values. */
    public Features subset(IntStream indices) {
        return new Features(channels, grid, indices.mapToObj(images::get).toList());
    }
}
