/**
 * Dead letters as operations see them: which there are, and sending them again, once each.
 *
 * <p>Belongs here: ids, what a dead letter says of its input, the book of what was sent again. Does not belong here: what
 * becomes a dead letter (see {@code topology}), options and what is printed.
 */
@NullMarked
package io.fleck.stream.deadletters;

import org.jspecify.annotations.NullMarked;
