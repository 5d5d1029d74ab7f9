package io.fleck.stream.patterns;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.WaferReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What wafers have in common that are compared with each other.
 *
 * @param product product or device id
 * @param step process step or layer
 */
public record ProductStep(String product, String step) {
    /** No id has control characters. */
    private static final char BETWEEN = '\n';

    /** Product and step of a wafer's result. */
    public static ProductStep of(InspectionResult result) {
        WaferReference wafer = result.getWafer();
        if (wafer == null) {
            throw new IllegalArgumentException("result " + result.getEventId() + " is not about a wafer");
        }
        return new ProductStep(wafer.getProduct(), wafer.getStep());
    }

    /** As a record key. */
    public String key() {
        return product + BETWEEN + step;
    }

    /** Bytes of a key up to its step: steps of one product lie in one partition, where they can be compared. */
    static byte[] product(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (key[i] == BETWEEN) {
                return Arrays.copyOf(key, i);
            }
        }
        return key;
    }

    /** The reverse of {@link #key}. */
    static ProductStep ofKey(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new IllegalArgumentException("key '" + text + "' is not of a product and a step");
        }
        return new ProductStep(text.substring(0, between), text.substring(between + 1));
    }
}
