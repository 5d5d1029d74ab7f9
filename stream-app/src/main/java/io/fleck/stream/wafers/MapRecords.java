package io.fleck.stream.wafers;

import io.fleck.avro.NotchOrientation;
import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records of the topic as maps: the reverse of what the gateway does. */
public final class MapRecords {
    private MapRecords() {}

    /**
     * The map in a record.
     *
     * @throws IllegalArgumentException when a field is out of its range; the message names it
     */
    public static DefectMap map(WaferDefectMap record) {
        WaferIdentity identity = new WaferIdentity(
                record.getLot(),
                record.getWafer(),
                record.getSlot(),
                record.getStep(),
                record.getProduct(),
                record.getTool(),
                record.getRecipe(),
                record.getInspectedAt());
        DieLayout dies =
                new DieLayout(record.getDiePitchX(), record.getDiePitchY(), record.getOriginX(), record.getOriginY());
        return new DefectMap(
                identity,
                new WaferGeometry(record.getDiameterMm(), dies, notch(record.getNotch())),
                defects(record),
                bins(record.getBins()));
    }

    private static Defects defects(WaferDefectMap record) {
        return new Defects(
                floats(record.getDefectX()),
                floats(record.getDefectY()),
                ints(record.getDefectDieX()),
                ints(record.getDefectDieY()),
                floats(record.getDefectSize()),
                ints(record.getDefectClass()));
    }

    private static @Nullable BinMap bins(io.fleck.avro.@Nullable BinMap map) {
        if (map == null) {
            return null;
        }
        int[] failed = IntStream.of(ints(map.getFailBins())).sorted().distinct().toArray();
        return new BinMap(map.getRows(), map.getColumns(), ints(map.getBins()), failed);
    }

    private static Notch notch(NotchOrientation notch) {
        return switch (notch) {
            case UNKNOWN -> Notch.UNKNOWN;
            case DOWN -> Notch.DOWN;
            case LEFT -> Notch.LEFT;
            case UP -> Notch.UP;
            case RIGHT -> Notch.RIGHT;
        };
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static int[] ints(List<Integer> values) {
        int[] array = new int[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
