package io.fleck.stream.topics;

import io.fleck.avro.Alert;
import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.FramePreview;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.LotSummary;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.StationRecipe;
import io.fleck.avro.WaferClass;
import io.fleck.avro.WaferDefectMap;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The topics of an inspection line; {@link Topics} gives their names on a cluster. */
public enum Topic {
    /** Pictures from cameras; key: camera. */
    FRAMES("inspection.frames", CameraFrame.class),
    /** Defects of wafers; key: lot and wafer. */
    WAFER_MAPS("inspection.wafer-maps", WaferDefectMap.class),
    /** One result an input; key: as the input. */
    RESULTS("inspection.results", InspectionResult.class),
    /** What an MES acts on; key: as the input. */
    ANOMALIES("inspection.anomalies", AnomalyEvent.class),
    /** Score map and mask of each anomaly; key: event id. */
    MASKS("inspection.masks", AnomalyMask.class),
    /** Alerts; key: what they are about. */
    ALERTS("inspection.alerts", Alert.class),
    /** Values that could not be processed, byte by byte as they came; key: as it came. */
    DEAD_LETTERS("inspection.dead-letters", null),
    /** What each station runs, compacted; key: station. */
    RECIPES("inspection.recipes", StationRecipe.class),
    /** Patterns that operators named, compacted; key: class name. */
    WAFER_CLASSES("inspection.wafer-classes", WaferClass.class),
    /** Small pictures for the live wall; key: station. */
    PREVIEWS("inspection.previews", FramePreview.class),
    /** Patterns of wafers that nobody has named; key: event id. */
    NOVEL_PATTERNS("inspection.novel-patterns", NovelPattern.class),
    /** What was found on a lot's wafers; key: lot. */
    LOT_SUMMARIES("inspection.lot-summaries", LotSummary.class),
    /** What operators said of events; key: event id. */
    FEEDBACK("inspection.feedback", OperatorFeedback.class);

    private final String baseName;
    private final @Nullable Class<? extends SpecificRecord> type;

    Topic(String baseName, @Nullable Class<? extends SpecificRecord> type) {
        this.baseName = baseName;
        this.type = type;
    }

    /** Name without a prefix. */
    public String baseName() {
        return baseName;
    }

    /** Record type of the values; empty where values are raw bytes. */
    public Optional<Class<? extends SpecificRecord>> type() {
        return Optional.ofNullable(type);
    }
}
