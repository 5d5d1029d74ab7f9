/** Tests of the command's parts: file format, words, checks, figures. */
@NullMarked
package io.fleck.stream.recipes.command;

import org.jspecify.annotations.NullMarked;
