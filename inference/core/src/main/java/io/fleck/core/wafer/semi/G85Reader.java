package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.WaferMapReader;
import io.fleck.core.wafer.format.WaferMaps;

/**
 * SEMI G85: {@code Map} elements, alone or within {@code Maps}. Rows are read as seen from above, the first at the top;
 * sizes of devices are micrometres, the wafer's millimetres. Only the first {@code Data} of a device is read.
 */
public final class G85Reader implements WaferMapReader {
    @Override
    public String name() {
        return "SEMI G85";
    }

    @Override
    public boolean recognises(MapFile file) {
        return RootElement.of(file).matches("Maps?");
    }

    @Override
    public WaferMaps read(MapFile file, ReadLimits limits) {
        return new WaferMaps(name(), new G85File(new XmlEvents(file), limits).read());
    }
}
