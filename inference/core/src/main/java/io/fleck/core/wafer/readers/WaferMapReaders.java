package io.fleck.core.wafer.readers;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;
import io.fleck.core.wafer.klarf.KlarfReader;
import io.fleck.core.wafer.semi.E142Reader;
import io.fleck.core.wafer.semi.G85Reader;
import io.fleck.core.wafer.wm811k.Wm811kReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The wafer map formats that Fleck reads: one line a reader. A file's content tells its format, not its name. */
public final class WaferMapReaders {
    private static final List<WaferMapReader> READERS = List.of(
            new KlarfReader(), //
            new G85Reader(),
            new E142Reader(),
            new Wm811kReader());

    private WaferMapReaders() {}

    /** All readers, for the contract test. */
    static List<WaferMapReader> all() {
        return READERS;
    }

    /**
     * Reads a file with the reader of its format.
     *
     * @param limits the most bytes, wafers, defects and dies, checked before anything large is allocated
     * @throws WaferMapException naming file, line, field and reason; none of its wafers is to be used then
     */
    public static WaferMaps read(Path file, ReadLimits limits) {
        return read(MapFile.read(file, limits), limits);
    }

    /**
     * Reads a file whose content is at hand.
     *
     * @throws WaferMapException naming file, line, field and reason; none of its wafers is to be used then
     */
    public static WaferMaps read(MapFile file, ReadLimits limits) {
        return READERS.stream()
                .filter(reader -> reader.recognises(file))
                .findFirst()
                .orElseThrow(() -> new WaferMapException(file.name(), 1, "", "it is none of the formats " + names()))
                .read(file, limits);
    }

    private static String names() {
        return READERS.stream().map(WaferMapReader::name).collect(Collectors.joining(", "));
    }
}
