package io.fleck.fitting.fit;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Correlated features whose law differs from site to site. */
public final class RandomFeatures {
    private RandomFeatures() {}

    /** Features of so many pictures. */
    public static Features of(int pictures, int channels, Grid grid, long seed) {
        Random random = new Random(seed);
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            images.add(image(channels, grid.sites(), random));
        }
        return new Features(channels, grid, images);
    }

    private static float[] image(int channels, int sites, Random random) {
        float[] values = new float[channels * sites];
        for (int site = 0; site < sites; site++) {
            double common = random.nextGaussian();
            for (int channel = 0; channel < channels; channel++) {
                double own = random.nextGaussian();
                double deviation = 1 + 0.2 * channel;
                values[channel * sites + site] =
                        (float) (0.5 * site + channel + deviation * (own + common * (channel % 3)));
            }
        }
        return values;
    }
}
