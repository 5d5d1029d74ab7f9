package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wafer while its file is read: its defects, what summaries say of them, and the fields that hold for it. */
final class KlarfWafer {
    private record Summary(int line, long defects) {}

    private final MapFile file;
    private final int line;
    private final String id;
    private final DefectTable defects;
    private final Map<String, Summary> summaries = new LinkedHashMap<>();
    private boolean listed;

    KlarfWafer(MapFile file, int line, String id, int maxDefects) {
        this.file = file;
        this.line = line;
        this.id = id;
        this.defects = new DefectTable(maxDefects);
    }

    /** A list of defects begins. */
    DefectTable list() {
        listed = true;
        return defects;
    }

    /** A summary says that a test found so many defects; tests of one summary add up. */
    void summarised(String summary, int atLine, long found) {
        summaries.merge(
                summary, new Summary(atLine, found), (a, b) -> new Summary(a.line(), a.defects() + b.defects()));
    }

    /**
     * The wafer, checked.
     *
     * @throws WaferMapException when there is no list, when a summary counts otherwise, or when a field is wrong
     */
    DefectMap build(KlarfFields fields, Dialect dialect) {
        if (!listed && summaries.isEmpty()) {
            throw error("DefectList", "wafer '" + id + "' has no list of defects");
        }
        summaries.values().forEach(this::compare);
        refuseMirrored(fields);
        double centreX = fields.number("SampleCenterLocation", 0, line) * dialect.unit();
        double centreY = fields.number("SampleCenterLocation", 1, line) * dialect.unit();
        WaferGeometry geometry = geometry(fields, dialect, centreX, centreY);
        try {
            return new DefectMap(
                    identity(fields, dialect),
                    geometry,
                    defects.on(geometry, centreX, centreY, dialect.unit(), file.name()),
                    null);
        } catch (IllegalArgumentException e) {
            throw new WaferMapException(file.name(), line, "WaferID", String.valueOf(e.getMessage()), e);
        }
    }

    private void compare(Summary summary) {
        if (summary.defects() != defects.count()) {
            throw new WaferMapException(
                    file.name(),
                    summary.line(),
                    "NDEFECT",
                    "the summary of wafer '" + id + "' counts " + summary.defects()
                            + " defects over its tests, the list has " + defects.count());
        }
    }

    private static void refuseMirrored(KlarfFields fields) {
        if (fields.text("CoordinatesMirrored", 0).equalsIgnoreCase("YES")) {
            throw fields.error("CoordinatesMirrored", "it is YES; only coordinates seen from above are read");
        }
    }

    private WaferGeometry geometry(KlarfFields fields, Dialect dialect, double centreX, double centreY) {
        double diameter = dialect.diameterMm(fields, line);
        if (!(diameter > 0 && diameter <= WaferGeometry.LARGEST_MM)) {
            throw fields.error(
                    "SampleSize",
                    "it is of a wafer of " + diameter + " mm; at most " + (long) WaferGeometry.LARGEST_MM
                            + " mm are read, and more than 0");
        }
        double originX = -centreX - originOr0(fields, 0) * dialect.unit();
        double originY = -centreY - originOr0(fields, 1) * dialect.unit();
        DieLayout dies = new DieLayout(pitch(fields, 0, dialect), pitch(fields, 1, dialect), originX, originY);
        return new WaferGeometry(diameter, dies, notch(fields.text("OrientationMarkLocation", 0)));
    }

    /** Where the origin of a die lies, seen from its lower left corner: (0, 0) unless the file says otherwise. */
    private double originOr0(KlarfFields fields, int axis) {
        return fields.count("DieOrigin") == 0 ? 0 : fields.number("DieOrigin", axis, line);
    }

    private double pitch(KlarfFields fields, int axis, Dialect dialect) {
        double pitch = fields.number("DiePitch", axis, line) * dialect.unit();
        if (!(pitch > 0)) {
            throw fields.error("DiePitch", "it is " + fields.text("DiePitch", axis) + "; it must be more than 0");
        }
        return pitch;
    }

    /** Sides by name; of angles only those two that all tools agree on. */
    private static Notch notch(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "DOWN", "0" -> Notch.DOWN;
            case "UP", "180" -> Notch.UP;
            case "LEFT" -> Notch.LEFT;
            case "RIGHT" -> Notch.RIGHT;
            default -> Notch.UNKNOWN;
        };
    }

    private WaferIdentity identity(KlarfFields fields, Dialect dialect) {
        return new WaferIdentity(
                fields.text("LotID", 0),
                id,
                slot(fields, dialect.slot()),
                fields.text("StepID", 0),
                fields.text("DeviceID", 0),
                tool(fields),
                fields.text(dialect.recipe(), 0),
                time(fields));
    }

    private @Nullable Integer slot(KlarfFields fields, String name) {
        if (fields.count(name) == 0) {
            return null;
        }
        double slot = fields.number(name, 0, line);
        if (slot != Math.rint(slot) || slot < 1 || slot > Integer.MAX_VALUE) {
            throw fields.error(name, "it is '" + fields.text(name, 0) + "'; it must be a whole number from 1");
        }
        return (int) slot;
    }

    /** Vendor, model and the machine's own id, which is the last; where that is empty, the one before. */
    private static String tool(KlarfFields fields) {
        for (int i = fields.count("InspectionStationID") - 1; i >= 0; i--) {
            String part = fields.text("InspectionStationID", i);
            if (!part.isEmpty()) {
                return part;
            }
        }
        return "";
    }

    private static @Nullable Instant time(KlarfFields fields) {
        if (fields.count("ResultTimestamp") == 0) {
            return null;
        }
        String date = fields.text("ResultTimestamp", 0);
        String time = fields.text("ResultTimestamp", 1);
        return InspectionTime.of(date, time)
                .orElseThrow(() -> fields.error(
                        "ResultTimestamp",
                        "it is '" + date + " " + time + "'; it must be month-day-year or year-month-day and h:m:s"));
    }

    private WaferMapException error(String field, String reason) {
        return new WaferMapException(file.name(), line, field, reason);
    }
}
