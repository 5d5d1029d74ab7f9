package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.WaferIdentity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an E142 file says of its substrates, by their ids. */
final class E142Substrates {
    private static final class Substrate {
        private String lot = "";
        private @Nullable Integer slot;
    }

    private final XmlEvents xml;
    private final Map<String, Substrate> byId = new HashMap<>();
    private @Nullable Substrate current;

    E142Substrates(XmlEvents xml) {
        this.xml = xml;
    }

    void begin(String element) {
        if (element.equals("Substrate")) {
            current = byId.computeIfAbsent(xml.required("SubstrateId"), id -> new Substrate());
        } else if (current != null && element.equals("LotId")) {
            current.lot = xml.text().strip();
        } else if (current != null && element.equals("SlotNumber")) {
            current.slot = slot(xml.text().strip());
        }
    }

    private Integer slot(String written) {
        if (!written.matches("\\d{1,4}") || Integer.parseInt(written) == 0) {
            throw xml.error("SlotNumber", "it is '" + written + "'; it must be a whole number from 1");
        }
        return Integer.valueOf(written);
    }

    WaferIdentity identity(String id, String product) {
        Substrate substrate = byId.getOrDefault(id, new Substrate());
        return new WaferIdentity(substrate.lot, id, substrate.slot, "", product, "", "", null);
    }
}
