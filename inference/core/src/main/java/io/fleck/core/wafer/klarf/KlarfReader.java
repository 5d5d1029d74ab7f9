package io.fleck.core.wafer.klarf;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;

/**
 * KLARF 1.1, 1.2 and 1.8.
 *
 * <p>A defect lies at {@code XINDEX * pitch + XREL - centre}: within its die, which is so many pitches from die (0, 0),
 * whose origin the wafer's centre ({@code SampleCenterLocation}) is given from. Counts of summaries are added up over
 * tests and must equal the list's length. Angles of the orientation mark other than 0 and 180 are read as unknown.
 */
public final class KlarfReader implements WaferMapReader {
    private static final String STATEMENTS = "FileVersion";
    private static final String RECORDS = "Record";

    @Override
    public String name() {
        return "KLARF";
    }

    @Override
    public boolean recognises(MapFile file) {
        String head = file.head();
        return head.startsWith(STATEMENTS) || head.startsWith(RECORDS);
    }

    @Override
    public WaferMaps read(MapFile file, ReadLimits limits) {
        return file.head().startsWith(STATEMENTS)
                ? new KlarfStatements(file, limits).read()
                : new KlarfRecords(file, limits).read();
    }
}
