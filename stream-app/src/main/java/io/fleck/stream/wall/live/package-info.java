/**
 * The live page and what stands behind it: the state that it shows, server-sent events with resume, the files of the page.
 *
 * <p>Belongs here: everything between a result seen and a browser. Does not belong here: Kafka (package {@code feed}), so
 * that the page can be tested without one.
 */
@NullMarked
package io.fleck.stream.wall.live;

import org.jspecify.annotations.NullMarked;
