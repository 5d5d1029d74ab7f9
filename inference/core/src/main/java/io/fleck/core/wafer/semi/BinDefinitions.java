package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.BinMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file says of its bins, and the map that comes of it. */
final class BinDefinitions {
    private static final String FAIL = "Fail";

    private record Definition(
            int line,
            String code,
            @Nullable String quality,
            @Nullable Integer count) {
        Definition and(Definition other) {
            return new Definition(
                    line, code, quality == null ? other.quality() : quality, count == null ? other.count() : count);
        }

        boolean fails() {
            return FAIL.equalsIgnoreCase(quality);
        }
    }

    private final XmlEvents xml;
    private final BinType type;
    private final @Nullable Integer none;
    private final Map<Integer, Definition> byBin = new LinkedHashMap<>();

    /** With the code of places without a die, where there is one. */
    BinDefinitions(XmlEvents xml, BinType type, Optional<String> nullCode) {
        this.xml = xml;
        this.type = type;
        this.none = nullCode.map(code -> bin("NullBin", code)).orElse(null);
    }

    private int bin(String attribute, String code) {
        int bin = type.value(code);
        if (bin == BinType.NONE) {
            throw xml.error(attribute, "it is '" + code + "'; that is no code of the type " + type);
        }
        return bin;
    }

    /** Takes the attributes of the element at hand. A bin may be defined in two elements that do not contradict. */
    void define() {
        String code = xml.exactAttribute("BinCode").orElseThrow(() -> xml.error("BinCode", "it is missing"));
        Definition definition = new Definition(
                xml.line(),
                code,
                xml.attribute("BinQuality").orElse(null),
                xml.count("BinCount").orElse(null));
        int bin = bin("BinCode", type == BinType.ASCII ? code : code.strip());
        Definition before = byBin.get(bin);
        if (before != null && contradicts(before, definition)) {
            throw xml.error("BinCode", "bin '" + code + "' is defined twice, differently");
        }
        byBin.merge(bin, definition, Definition::and);
    }

    private static boolean contradicts(Definition one, Definition other) {
        boolean quality = one.quality() != null
                && other.quality() != null
                && !one.quality().equalsIgnoreCase(other.quality());
        return quality
                || (one.count() != null && other.count() != null && !one.count().equals(other.count()));
    }

    /**
     * The map of these rows.
     *
     * @param line where the map stands, for errors
     * @param field element of the rows, for errors
     */
    BinMap map(BinRows rows, int line, String field) {
        int[] bins = rows.codes();
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int bin : bins) {
            counts.merge(bin, 1, Integer::sum);
        }
        counts.keySet().forEach(bin -> requireDefined(bin, line, field));
        byBin.forEach((bin, definition) -> requireCount(definition, counts.getOrDefault(bin, 0)));
        requireQualities(line);
        for (int i = 0; i < bins.length; i++) {
            bins[i] = none != null && bins[i] == none ? BinMap.NO_DIE : bins[i];
        }
        return new BinMap(rows.rows(), rows.columns(), bins, failBins());
    }

    private int[] failBins() {
        return byBin.entrySet().stream()
                .filter(entry -> entry.getValue().fails() && !entry.getKey().equals(none))
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    private void requireDefined(int bin, int line, String field) {
        if (!byBin.containsKey(bin) && !Integer.valueOf(bin).equals(none)) {
            throw xml.error(
                    line, field, "bin " + shown(bin) + " is used and not defined: whether it failed is not known");
        }
    }

    private String shown(int bin) {
        return type == BinType.ASCII ? "'" + Character.toString(bin) + "'" : Integer.toString(bin);
    }

    private void requireCount(Definition definition, int found) {
        if (definition.count() != null && definition.count() != found) {
            throw xml.error(
                    definition.line(),
                    "BinCount",
                    "bin '" + definition.code() + "' has " + definition.count() + " dies by its count and " + found
                            + " in the map");
        }
    }

    private void requireQualities(int line) {
        if (byBin.values().stream().allMatch(definition -> definition.quality() == null)) {
            throw xml.error(line, "BinQuality", "no bin has one: which dies failed is not known");
        }
    }
}
