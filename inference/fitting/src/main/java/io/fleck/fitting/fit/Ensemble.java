package io.fleck.fitting.fit;

import java.util.List;

/** A detector made of others, whose scores have no common scale until held-out pictures have given them ranks. */
public interface Ensemble extends FittedDetector {
    /**
     * What every member says of one picture.
     *
     * @param features as for {@link #map}
     * @return [members][sites]
     */
    float[][] memberMaps(float[] features);

    /**
     * Puts together what the members say, by the ranks in force.
     *
     * @param maps as {@link #memberMaps} gives them
     * @return by site
     */
    float[] combine(float[][] maps);

    /**
     * The same members with these ranks in force.
     *
     * @param ranks by member
     */
    Ensemble ranked(List<Ranks> ranks);
}
