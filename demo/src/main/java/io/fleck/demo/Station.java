package io.fleck.demo;

import io.fleck.fitting.data.LabelledImage;
import java.util.List;

/**
 * A station of the demo: what its detector learns from and what its camera sees.
 *
 * @param name station and model carry it
 * @param good good pictures to fit and calibrate on
 * @param stream pictures to stream, in the order in which the camera sends them, again and again
 */
record Station(String name, List<LabelledImage> good, List<LabelledImage> stream) {
    Station {
        good = List.copyOf(good);
        stream = List.copyOf(stream);
    }
}
