package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;

/**
 * SEMI E142: {@code MapData} with layouts, substrates and maps of substrates. Rows are read as seen from above, the first
 * at the top: {@code OriginLocation} and {@code AxisDirection} only name the dies. Of a substrate's overlays the first
 * with a {@code BinCodeMap} is read.
 */
public final class E142Reader implements WaferMapReader {
    @Override
    public String name() {
        return "SEMI E142";
    }

    @Override
    public boolean recognises(MapFile file) {
        return RootElement.of(file).equals("MapData");
    }

    @Override
    public WaferMaps read(MapFile file, ReadLimits limits) {
        return new WaferMaps(name(), new E142File(new XmlEvents(file), limits).read());
    }
}
