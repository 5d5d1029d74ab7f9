package io.fleck.core.wafer.format;

/**
 * Reads one family of formats. Stateless and safe for use by several threads.
 *
 * <p>To add a format: implement this and add a line to {@code io.fleck.core.wafer.readers.WaferMapReaders}; the contract
 * test then covers it.
 */
public interface WaferMapReader {
    /** Name of the family, for people. */
    String name();

    /** Whether a file's beginning says that it is of this family; what else is wrong with it, {@link #read} tells. */
    boolean recognises(MapFile file);

    /**
     * Reads a file, all or nothing.
     *
     * @param limits checked before anything large is allocated
     * @throws WaferMapException naming line, field and reason when anything in it is wrong
     */
    WaferMaps read(MapFile file, ReadLimits limits);
}
