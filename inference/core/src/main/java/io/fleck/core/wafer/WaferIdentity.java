package io.fleck.core.wafer;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which wafer was looked at, where and when. Texts are empty when the source does not say.
 *
 * @param lot id of the lot
 * @param wafer id of the wafer within the lot, never empty
 * @param slotNumber slot in the carrier, from 1; null when unknown
 * @param step process step or layer
 * @param product product or device id
 * @param tool inspection tool id
 * @param recipe recipe of the tool
 * @param inspectedTime inspection time by the tool's clock; null when unknown
 */
public record WaferIdentity(
        String lot,
        String wafer,
        @Nullable Integer slotNumber,
        String step,
        String product,
        String tool,
        String recipe,
        @Nullable Instant inspectedTime) {
    /** Longest text, in characters. */
    public static final int TEXT_LIMIT = 256;

    /** Checks that there is a wafer id, that no text is overlong or has control characters, and the slot. */
    public WaferIdentity {
        require("lot", lot);
        require("wafer", wafer);
        require("step", step);
        require("product", product);
        require("tool", tool);
        require("recipe", recipe);
        if (wafer.isBlank()) {
            throw new IllegalArgumentException("wafer is '" + wafer + "'; it must not be empty");
        }
        if (slotNumber != null && slotNumber < 1) {
            throw new IllegalArgumentException("slot is " + slotNumber + "; it must be 1 or more");
        }
    }

    /** A wafer of which no more is known than these two. */
    public static WaferIdentity of(String lot, String wafer) {
        return new WaferIdentity(lot, wafer, null, "", "", "", "", null);
    }

    /** Slot in the carrier, where it is known. */
    public OptionalInt slot() {
        return slotNumber == null ? OptionalInt.empty() : OptionalInt.of(slotNumber);
    }

    /** Inspection time by the tool's clock, where it is known. */
    public Optional<Instant> inspectedAt() {
        return Optional.ofNullable(inspectedTime);
    }

    private static void require(String key, String value) {
        if (value.length() > TEXT_LIMIT) {
            throw new IllegalArgumentException(
                    key + " has " + value.length() + " characters; at most " + TEXT_LIMIT + " are allowed");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(key + " has control characters; none are allowed");
        }
    }
}
