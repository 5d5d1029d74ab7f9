/** Tests of the bare loop. */
@NullMarked
package io.fleck.load.bench.bare;

import org.jspecify.annotations.NullMarked;
