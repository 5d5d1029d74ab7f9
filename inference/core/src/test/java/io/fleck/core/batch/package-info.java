/** Tests of dynamic batching, on a clock that the test sets. */
@NullMarked
package io.fleck.core.batch;

import org.jspecify.annotations.NullMarked;
