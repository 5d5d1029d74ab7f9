/** Tests of processes and their settings. */
@NullMarked
package io.fleck.load.bench.process;

import org.jspecify.annotations.NullMarked;
