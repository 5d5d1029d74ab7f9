package io.fleck.stream.gateway.wafers;

import io.fleck.avro.BinMap;
import io.fleck.avro.NotchOrientation;
import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferIdentity;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Maps as records of the topic. */
public final class WaferRecords {
    private WaferRecords() {}

    /** Record key: keeps the wafers of a lot apart and each one's maps in order. */
    public static String key(DefectMap map) {
        return map.identity().lot() + "/" + map.identity().wafer();
    }

    /**
     * The record of a map.
     *
     * @param otherwise inspection time where the map does not say one
     */
    public static WaferDefectMap of(DefectMap map, Instant otherwise) {
        WaferIdentity wafer = map.identity();
        DieLayout dies = map.geometry().dies();
        Defects defects = map.defects();
        return WaferDefectMap.newBuilder()
                .setId(WaferId.of(map))
                .setLot(wafer.lot())
                .setWafer(wafer.wafer())
                .setSlot(wafer.slotNumber())
                .setStep(wafer.step())
                .setProduct(wafer.product())
                .setTool(wafer.tool())
                .setRecipe(wafer.recipe())
                .setInspectedAt(wafer.inspectedAt().orElse(otherwise))
                .setDiameterMm((float) map.geometry().diameterMm())
                .setDiePitchX((float) dies.pitchX())
                .setDiePitchY((float) dies.pitchY())
                .setOriginX((float) dies.originX())
                .setOriginY((float) dies.originY())
                .setNotch(notch(map.geometry().notch()))
                .setDefectX(floats(defects.x()))
                .setDefectY(floats(defects.y()))
                .setDefectDieX(ints(defects.dieX()))
                .setDefectDieY(ints(defects.dieY()))
                .setDefectSize(floats(defects.size()))
                .setDefectClass(ints(defects.classNumber()))
                .setBins(map.bins().map(WaferRecords::bins).orElse(null))
                .build();
    }

    private static NotchOrientation notch(Notch notch) {
        return switch (notch) {
            case UNKNOWN -> NotchOrientation.UNKNOWN;
            case DOWN -> NotchOrientation.DOWN;
            case LEFT -> NotchOrientation.LEFT;
            case UP -> NotchOrientation.UP;
            case RIGHT -> NotchOrientation.RIGHT;
        };
    }

    private static @Nullable BinMap bins(io.fleck.core.wafer.BinMap map) {
        return BinMap.newBuilder()
                .setRows(map.rows())
                .setColumns(map.columns())
                .setBins(ints(map.bins()))
                .setFailBins(ints(map.failBins()))
                .build();
    }

    private static List<Float> floats(float[] values) {
        return new View<>(values.length, i -> values[i]);
    }

    private static List<Integer> ints(int[] values) {
        return new View<>(values.length, i -> values[i]);
    }

    /** An array as the list that Avro asks for, without a copy of a million objects. */
    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> element;

        View(int size, IntFunction<T> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public T get(int index) {
            return element.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
