package io.fleck.stream.wall.live;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A wafer map that has come, drawn.
 *
 * @param id of the map
 * @param lot its lot
 * @param wafer its id within the lot
 * @param slot slot in the carrier; null when unknown
 * @param step process step
 * @param product product
 * @param tool inspection tool
 * @param inspectedAt milliseconds since the epoch
 * @param png the picture as a PNG file
 */
public record WaferSeen(
        String id,
        String lot,
        String wafer,
        @Nullable Integer slot,
        String step,
        String product,
        String tool,
        long inspectedAt,
        ByteBuffer png) {}
