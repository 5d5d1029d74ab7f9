/**
 * The command {@code recipes list|get|set}.
 *
 * <p>Belongs here: options, the file format, what is printed, reading and writing the topic. Does not belong here: ranges of
 * a recipe and how it takes effect.
 */
@NullMarked
package io.fleck.stream.recipes.command;

import org.jspecify.annotations.NullMarked;
