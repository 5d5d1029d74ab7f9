/**
 * Small pictures for the live wall, beside the stream and without any guarantee.
 *
 * <p>Belongs here: how often, how small, and that the stream never waits for them. Does not belong here: the page that
 * shows them.
 */
@NullMarked
package io.fleck.stream.previews;

import org.jspecify.annotations.NullMarked;
