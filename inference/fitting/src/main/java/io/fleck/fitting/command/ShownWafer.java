package io.fleck.fitting.command;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.WaferIdentity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One wafer as {@code wafers show} prints it.
 *
 * @param file as the user named it
 * @param format of the file
 * @param map what was found
 * @param picture where it was drawn; {@code null} where it was not
 */
record ShownWafer(
        Path file, String format, DefectMap map, @Nullable Path picture) {
    /** For people; what the source does not say is left out. */
    String line() {
        WaferIdentity wafer = map.identity();
        StringBuilder line = new StringBuilder();
        line.append(file).append("  ").append(format);
        add(line, "lot", wafer.lot());
        add(line, "wafer", wafer.wafer());
        wafer.slot().ifPresent(slot -> add(line, "slot", Integer.toString(slot)));
        add(line, "step", wafer.step());
        add(line, "tool", wafer.tool());
        add(line, "mm", map.geometry().diameterMm() > 0 ? diameter() : "");
        add(line, "defects", Integer.toString(map.defectCount()));
        map.bins()
                .map(BinMap::dies)
                .ifPresent(dies -> line.append(" of ").append(dies).append(" dies"));
        return line.toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append("  ").append(name).append(' ').append(value);
        }
    }

    private String diameter() {
        double diameter = map.geometry().diameterMm();
        return String.format(Locale.ROOT, diameter == Math.rint(diameter) ? "%.0f" : "%.1f", diameter);
    }

    /** For machines. Texts are empty and the diameter is 0 where the source does not say. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("file", file.toString());
        figures.put("format", format);
        figures.put("lot", map.identity().lot());
        figures.put("wafer", map.identity().wafer());
        figures.put("step", map.identity().step());
        figures.put("tool", map.identity().tool());
        figures.put("diameter_mm", map.geometry().diameterMm());
        figures.put("defects", map.defectCount());
        if (picture != null) {
            figures.put("png", picture.toString());
        }
        return figures;
    }
}
