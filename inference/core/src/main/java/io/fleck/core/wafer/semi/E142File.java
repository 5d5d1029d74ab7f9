package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.format.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one E142 file. Used once. */
final class E142File {
    /** A substrate's map while it is read. */
    private static final class Pending {
        private final int line;
        private final String substrate;
        private final String layout;
        private final String orientation;
        private @Nullable BinDefinitions definitions;
        private @Nullable BinRows rows;
        private boolean complete;

        Pending(int line, String substrate, String layout, String orientation) {
            this.line = line;
            this.substrate = substrate;
            this.layout = layout;
            this.orientation = orientation;
        }
    }

    private final XmlEvents xml;
    private final ReadLimits limits;
    private final E142Layouts layouts;
    private final E142Substrates substrates;
    private final List<DefectMap> maps = new ArrayList<>();
    private @Nullable Pending pending;

    E142File(XmlEvents xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
        this.layouts = new E142Layouts(xml);
        this.substrates = new E142Substrates(xml);
    }

    List<DefectMap> read() {
        while (xml.next()) {
            if (xml.begins()) {
                begin(xml.name());
            } else if (pending != null) {
                end(xml.name(), pending);
            }
        }
        if (maps.isEmpty()) {
            throw xml.error("SubstrateMap", "the file has no map");
        }
        return List.copyOf(maps);
    }

    private void begin(String element) {
        switch (element) {
            case "Layout", "Dimension", "StepSize", "DeviceSize", "ProductId" -> layouts.begin(element);
            case "Substrate", "LotId", "SlotNumber" -> substrates.begin(element);
            case "SubstrateMap" -> map();
            case "BinCodeMap" -> binCodes(current());
            case "BinDefinition" -> define(current());
            case "BinCode" -> row(current());
            default -> {
                // reference devices, transfer maps, data of devices
            }
        }
    }

    private void end(String element, Pending map) {
        if (element.equals("BinCodeMap")) {
            map.complete = true;
        } else if (element.equals("SubstrateMap")) {
            maps.add(build(map));
            pending = null;
        }
    }

    private Pending current() {
        if (pending == null) {
            throw xml.error("SubstrateMap", "it is missing around " + xml.name());
        }
        return pending;
    }

    private void map() {
        if (maps.size() == limits.maxWafers()) {
            throw xml.error("SubstrateMap", "the file has more than " + limits.maxWafers() + " wafers");
        }
        String type = xml.attribute("SubstrateType").orElse("Wafer");
        if (!type.equalsIgnoreCase("Wafer")) {
            throw xml.error("SubstrateType", "it is " + type + "; only wafers are read");
        }
        pending = new Pending(
                xml.line(),
                xml.required("SubstrateId"),
                xml.attribute("LayoutSpecifier").orElse(""),
                xml.attribute("Orientation").orElse("0"));
    }

    private void binCodes(Pending map) {
        if (map.complete) {
            return;
        }
        String name = xml.required("BinType");
        BinType type = BinType.of(name)
                .orElseThrow(() ->
                        xml.error("BinType", "it is " + name + "; Ascii, Decimal, HexaDecimal and Integer2 are read"));
        Optional<String> nullCode = xml.exactAttribute("NullBin");
        map.definitions = new BinDefinitions(xml, type, nullCode);
        map.rows = new BinRows(
                xml, limits, type, type == BinType.ASCII && nullCode.orElse("").equals(" "));
    }

    private void define(Pending map) {
        if (!map.complete && map.definitions != null) {
            map.definitions.define();
        }
    }

    private void row(Pending map) {
        if (!map.complete && map.rows != null) {
            map.rows.add("BinCode", xml.text());
        }
    }

    private DefectMap build(Pending map) {
        if (map.definitions == null || map.rows == null || map.rows.rows() == 0) {
            throw xml.error(map.line, "BinCodeMap", "the map of wafer '" + map.substrate + "' has no rows");
        }
        layouts.requireSize(map.layout, map.rows, map.line);
        BinMap bins = map.definitions.map(map.rows, map.line, "BinCode");
        try {
            WaferGeometry geometry = new WaferGeometry(
                    layouts.diameterMm(map.layout), layouts.dies(map.layout, bins), Sides.notch(map.orientation));
            WaferIdentity identity = substrates.identity(map.substrate, layouts.product(map.layout));
            return DefectMap.of(identity, geometry, bins);
        } catch (IllegalArgumentException e) {
            throw xml.error("SubstrateMap", String.valueOf(e.getMessage()), e);
        }
    }
}
