/** Tests of the choice of a reader, the contract that all keep, and real files. */
@NullMarked
package io.fleck.core.wafer.readers;

import org.jspecify.annotations.NullMarked;
