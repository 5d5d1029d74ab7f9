/**
 * KLARF 1.1, 1.2 (statements that end with a semicolon) and 1.8 (records, fields and lists in braces): the files that
 * defect inspection tools write.
 *
 * <p>Belongs here: everything that knows KLARF. Does not belong here: other formats, files and folders.
 */
@NullMarked
package io.fleck.core.wafer.klarf;

import org.jspecify.annotations.NullMarked;
