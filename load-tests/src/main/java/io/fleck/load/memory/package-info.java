/**
 * Memory of a running application over time, seen from outside.
 *
 * <p>Belongs here: sampling, the table and the picture of the samples. Does not belong here: what the application does
 * meanwhile.
 */
@NullMarked
package io.fleck.load.memory;

import org.jspecify.annotations.NullMarked;
