/**
 * Work spread over a fixed number of threads.
 *
 * <p>Belongs here: running the same work on several threads and passing on the first failure. Does not belong here: any
 * work itself.
 */
@NullMarked
package io.fleck.fitting.parallel;

import org.jspecify.annotations.NullMarked;
