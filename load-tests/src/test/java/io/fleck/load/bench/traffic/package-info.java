/** Tests of driver and reader. */
@NullMarked
package io.fleck.load.bench.traffic;

import org.jspecify.annotations.NullMarked;
