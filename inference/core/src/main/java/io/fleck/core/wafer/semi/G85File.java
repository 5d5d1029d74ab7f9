package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.format.ReadLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one G85 file. Used once. */
final class G85File {
    /** What a device says before its bins and rows. */
    private record Device(
            int line,
            WaferIdentity identity,
            double diameterMm,
            String orientation,
            double pitchX,
            double pitchY,
            int rows,
            int columns) {}

    private final XmlEvents xml;
    private final ReadLimits limits;
    private final List<DefectMap> maps = new ArrayList<>();
    private String wafer = "";
    private @Nullable Device device;
    private @Nullable BinDefinitions definitions;
    private @Nullable BinRows rows;
    private boolean complete;

    G85File(XmlEvents xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    List<DefectMap> read() {
        while (xml.next()) {
            if (xml.begins()) {
                begin(xml.name());
            } else {
                end(xml.name());
            }
        }
        if (maps.isEmpty()) {
            throw xml.error("Map", "the file has no map");
        }
        return List.copyOf(maps);
    }

    private void begin(String element) {
        switch (element) {
            case "Map" -> map();
            case "Device" -> device();
            case "Bin" -> bins().define();
            case "Row", "ROW" -> row(element);
            default -> {
                // reference devices and suppliers' own data
            }
        }
    }

    private void end(String element) {
        if (element.equals("Data")) {
            complete = rows != null;
        } else if (element.equals("Map")) {
            maps.add(build());
        }
    }

    private void map() {
        if (maps.size() == limits.maxWafers()) {
            throw xml.error("Map", "the file has more than " + limits.maxWafers() + " wafers");
        }
        wafer = xml.attribute("SubstrateId").or(() -> xml.attribute("WaferId")).orElse("");
        xml.attribute("SubstrateType")
                .filter(type -> !type.equalsIgnoreCase("Wafer"))
                .ifPresent(type -> {
                    throw xml.error("SubstrateType", "it is " + type + "; only wafers are read");
                });
        device = null;
        definitions = null;
        rows = null;
        complete = false;
    }

    private void device() {
        if (device != null) {
            throw xml.error("Device", "the map has a second one");
        }
        wafer = wafer.isEmpty() ? xml.attribute("WaferId").orElse("") : wafer;
        if (wafer.isEmpty()) {
            throw xml.error("SubstrateId", "neither it nor WaferId says which wafer it is");
        }
        String type = xml.required("BinType");
        BinType binType = BinType.of(type)
                .orElseThrow(() ->
                        xml.error("BinType", "it is " + type + "; Ascii, Decimal, HexaDecimal and Integer2 are read"));
        Optional<String> nullCode = xml.exactAttribute("NullBin");
        definitions = new BinDefinitions(xml, binType, nullCode);
        rows = new BinRows(
                xml,
                limits,
                binType,
                binType == BinType.ASCII && nullCode.orElse("").equals(" "));
        device = deviceOf();
    }

    private Device deviceOf() {
        try {
            return new Device(
                    xml.line(),
                    identity(),
                    xml.measure("WaferSize").orElse(0.0),
                    xml.attribute("Orientation").orElse(""),
                    xml.measure("StepSizeX")
                            .or(() -> xml.measure("DeviceSizeX"))
                            .orElse(0.0),
                    xml.measure("StepSizeY")
                            .or(() -> xml.measure("DeviceSizeY"))
                            .orElse(0.0),
                    xml.count("Rows").orElse(0),
                    xml.count("Columns").orElse(0));
        } catch (IllegalArgumentException e) {
            throw xml.error("Device", String.valueOf(e.getMessage()), e);
        }
    }

    private WaferIdentity identity() {
        Instant created = xml.attribute("CreateDate").flatMap(CreationTime::of).orElse(null);
        return new WaferIdentity(
                xml.attribute("LotId").orElse(""),
                wafer,
                xml.count("SlotNumber").filter(slot -> slot > 0).orElse(null),
                "",
                xml.attribute("ProductId").orElse(""),
                "",
                "",
                created);
    }

    private BinDefinitions bins() {
        if (definitions == null) {
            throw xml.error("Device", "it is missing before " + xml.name());
        }
        return definitions;
    }

    private void row(String element) {
        if (rows == null) {
            throw xml.error("Device", "it is missing before " + element);
        }
        if (!complete) {
            rows.add(element, xml.text());
        }
    }

    private DefectMap build() {
        if (device == null || definitions == null || rows == null || rows.rows() == 0) {
            throw xml.error("Data", "the map of wafer '" + wafer + "' has no rows");
        }
        requireSize("Rows", device.rows(), rows.rows(), device.line());
        requireSize("Columns", device.columns(), rows.columns(), device.line());
        BinMap bins = definitions.map(rows, device.line(), "Row");
        try {
            WaferGeometry geometry = new WaferGeometry(
                    device.diameterMm(),
                    Sides.centred(bins.rows(), bins.columns(), device.pitchX(), device.pitchY()),
                    Sides.notch(device.orientation()));
            return DefectMap.of(device.identity(), geometry, bins);
        } catch (IllegalArgumentException e) {
            throw xml.error("WaferSize", String.valueOf(e.getMessage()), e);
        }
    }

    private void requireSize(String attribute, int announced, int found, int line) {
        if (announced > 0 && announced != found) {
            throw xml.error(line, attribute, "it is " + announced + ", the map has " + found);
        }
    }
}
