/**
 * What every format of wafer maps has in common: the file as it was found, limits, errors with file, line and field, and
 * the contract of a reader.
 *
 * <p>Belongs here: nothing that knows one format. Does not belong here: the readers (a package each) and their list
 * (package {@code readers}).
 */
@NullMarked
package io.fleck.core.wafer.format;

import org.jspecify.annotations.NullMarked;
