package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DieLayout;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an E142 file says of its layouts, by their ids: the wafer's, and the dies' within it. */
final class E142Layouts {
    private static final double MICROMETRES_OF_MM = 1_000;

    private static final class Layout {
        private final double unit;
        private int columns;
        private int rows;
        private double pitchX;
        private double pitchY;
        private double width;
        private double height;
        private String product = "";

        Layout(double unit) {
            this.unit = unit;
        }
    }

    private final XmlEvents xml;
    private final Map<String, Layout> byId = new HashMap<>();
    private @Nullable Layout current;

    E142Layouts(XmlEvents xml) {
        this.xml = xml;
    }

    void begin(String element) {
        if (element.equals("Layout")) {
            current = new Layout(unit(xml.attribute("DefaultUnits").orElse("mm")));
            byId.put(xml.required("LayoutId"), current);
        } else if (current != null) {
            take(element, current);
        }
    }

    private void take(String element, Layout layout) {
        switch (element) {
            case "Dimension" -> {
                layout.columns = xml.count("X").orElse(0);
                layout.rows = xml.count("Y").orElse(0);
            }
            case "StepSize" -> {
                layout.pitchX = xml.measure("X").orElse(0.0) * layout.unit;
                layout.pitchY = xml.measure("Y").orElse(0.0) * layout.unit;
            }
            case "DeviceSize" -> {
                layout.width = xml.measure("X").orElse(0.0) * layout.unit;
                layout.height = xml.measure("Y").orElse(0.0) * layout.unit;
            }
            default -> layout.product = xml.text().strip();
        }
    }

    private double unit(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mm", "millimeter" -> MICROMETRES_OF_MM;
            case "micron", "um", "micrometer" -> 1;
            case "inch" -> 25_400;
            case "mil" -> 25.4;
            default -> throw xml.error("DefaultUnits", "it is " + name + "; mm, micron, inch and mil are read");
        };
    }

    /** The dies' layout: the last of a specifier like {@code Wafer/Devices}. */
    private Layout dies(String specifier) {
        return named(specifier.substring(specifier.lastIndexOf('/') + 1));
    }

    private Layout named(String id) {
        return byId.getOrDefault(id, new Layout(1));
    }

    /** Refuses rows that are not as many or as long as the layout says. */
    void requireSize(String specifier, BinRows found, int line) {
        Layout layout = dies(specifier);
        boolean said = layout.rows > 0 && layout.columns > 0;
        if (said && (layout.rows != found.rows() || layout.columns != found.columns())) {
            throw xml.error(
                    line,
                    "Dimension",
                    "the layout has " + layout.rows + " rows of " + layout.columns + " dies, the map " + found.rows()
                            + " of " + found.columns());
        }
    }

    /** The die grid, centred on the wafer; unknown where the layout has no step. */
    DieLayout dies(String specifier, BinMap bins) {
        Layout layout = dies(specifier);
        boolean stepped = layout.pitchX > 0 && layout.pitchY > 0;
        return Sides.centred(
                bins.rows(),
                bins.columns(),
                stepped ? layout.pitchX : layout.width,
                stepped ? layout.pitchY : layout.height);
    }

    /** Size of the one device of the outer layout where that is as high as wide; 0 where it is not known. */
    double diameterMm(String specifier) {
        int end = specifier.indexOf('/');
        if (end < 0) {
            return 0;
        }
        Layout wafer = named(specifier.substring(0, end));
        return wafer.width == wafer.height ? wafer.width / MICROMETRES_OF_MM : 0;
    }

    /** Product of the dies, or of the wafer. */
    String product(String specifier) {
        String product = dies(specifier).product;
        return product.isEmpty() ? named(specifier.substring(0, Math.max(specifier.indexOf('/'), 0))).product : product;
    }
}
