package io.fleck.load.scenario;

import io.fleck.load.drive.BlockModel;
import java.util.Map;

/**
 * What a scenario is played on.
 *
 * @param brokers brokers of the cluster, 1 to 3
 * @param frameSide width and height of the frames in pixels
 * @param settings of the application that differ from the usual ones
 */
public record Stage(int brokers, int frameSide, Map<String, String> settings) {
    /** One broker, small frames, the usual settings. */
    public static final Stage USUAL = new Stage(1, BlockModel.SIDE, Map.of());

    /** Keeps a copy of the settings. */
    public Stage {
        settings = Map.copyOf(settings);
    }
}
