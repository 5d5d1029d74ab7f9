package io.fleck.stream.wall.live;

import java.util.OptionalDouble;

/**
 * What the live page says about itself, and where it is.
 *
 * @param title what is being watched; the page's heading
 * @param synthetic whether the pictures are made up, which the page says plainly
 * @param syntheticWafers whether the wafers are
 * @param falseAlarmRate rate that the models were calibrated to, above 0 and below 1, where it is known
 * @param port TCP port on the loopback interface; 0 takes any free one
 */
public record WallSettings(
        String title, boolean synthetic, boolean syntheticWafers, OptionalDouble falseAlarmRate, int port) {
    private static final int TITLE_LIMIT = 80;
    private static final int PORT_LIMIT = 65_535;

    /** A page whose wafers, if any, are real. */
    public WallSettings(String title, boolean synthetic, OptionalDouble falseAlarmRate, int port) {
        this(title, synthetic, false, falseAlarmRate, port);
    }

    /** Refuses what the page can't show. */
    public WallSettings {
        if (title.isBlank() || title.length() > TITLE_LIMIT) {
            throw new IllegalArgumentException(
                    "title is '" + title + "'; it must be 1 to " + TITLE_LIMIT + " characters");
        }
        if (port < 0 || port > PORT_LIMIT) {
            throw new IllegalArgumentException("port is " + port + "; it must be 0 (any) to " + PORT_LIMIT);
        }
        falseAlarmRate.ifPresent(rate -> {
            if (!(rate > 0 && rate < 1)) {
                throw new IllegalArgumentException("falseAlarmRate is " + rate + "; it must be above 0 and below 1");
            }
        });
    }
}
