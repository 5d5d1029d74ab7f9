package io.fleck.stream.gateway;

/**
 * What a gateway writes on every frame, and how fast it sends.
 *
 * @param topic topic of the frames
 * @param camera camera id, 1 to 128 characters; also the record key
 * @param station station whose recipe applies, 1 to 128 characters
 * @param line production line; may be empty
 * @param rate frames a second; 0 sends as fast as the broker takes them
 * @param inlineLimit largest picture that is sent inside its record, in bytes
 */
public record GatewaySettings(String topic, String camera, String station, String line, double rate, long inlineLimit) {
    /** Largest picture that goes into a record: 16 MiB. */
    public static final long INLINE_LIMIT = 16L << 20;

    private static final int NAME_LIMIT = 128;
    private static final double RATE_LIMIT = 1_000_000;

    /** Refuses names and rates out of range. */
    public GatewaySettings {
        requireName("topic", topic);
        requireName("camera", camera);
        requireName("station", station);
        if (!(rate >= 0 && rate <= RATE_LIMIT)) {
            throw new IllegalArgumentException("rate is " + rate + "; it must be 0 (no limit) to 1000000 a second");
        }
        if (inlineLimit < 1 || inlineLimit > INLINE_LIMIT) {
            throw new IllegalArgumentException(
                    "inlineLimit is " + inlineLimit + "; it must be 1 to " + INLINE_LIMIT + " bytes");
        }
    }

    /** Settings with the largest limit and no line. */
    public static GatewaySettings of(String topic, String camera, String station, double rate) {
        return new GatewaySettings(topic, camera, station, "", rate, INLINE_LIMIT);
    }

    private static void requireName(String key, String value) {
        boolean printable = value.chars().noneMatch(Character::isISOControl);
        if (value.isBlank() || value.length() > NAME_LIMIT || !printable) {
            throw new IllegalArgumentException(
                    key + " is '" + value + "'; it must be 1 to " + NAME_LIMIT + " printable characters");
        }
    }
}
