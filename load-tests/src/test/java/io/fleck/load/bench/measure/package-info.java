/** Tests of what a benchmark counts. */
@NullMarked
package io.fleck.load.bench.measure;

import org.jspecify.annotations.NullMarked;
