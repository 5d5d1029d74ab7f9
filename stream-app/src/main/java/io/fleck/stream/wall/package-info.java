/**
 * The live wall: what the inspection sees, in a browser.
 *
 * <p>Belongs here: putting the page (package {@code live}) and its consumer (package {@code feed}) together, and the
 * command. Does not belong here: anything that could hold up the stream; the wall only reads.
 */
@NullMarked
package io.fleck.stream.wall;

import org.jspecify.annotations.NullMarked;
