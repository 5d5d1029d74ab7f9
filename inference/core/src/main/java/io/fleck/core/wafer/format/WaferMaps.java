package io.fleck.core.wafer.format;

import io.fleck.core.wafer.DefectMap;
import java.util.List;

/**
 * What a file holds. All of it has been checked.
 *
 * @param format name and version of the format, for people
 * @param maps one a wafer, in the order of the file; may be built anew each time they are asked for
 */
public record WaferMaps(String format, List<DefectMap> maps) {}
