/** Tests of memory over time. */
@NullMarked
package io.fleck.load.memory;

import org.jspecify.annotations.NullMarked;
