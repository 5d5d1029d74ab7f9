/**
 * The running application: everything put together, started, watched and stopped.
 *
 * <p>Belongs here: the order of starting and stopping, what happens to a stream thread that fails, health. Does not belong
 * here: what is done to a frame.
 */
@NullMarked
package io.fleck.stream.app;

import org.jspecify.annotations.NullMarked;
