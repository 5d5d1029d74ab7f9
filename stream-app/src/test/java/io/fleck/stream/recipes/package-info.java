/** Tests of recipes: their ranges, and how they take effect. */
@NullMarked
package io.fleck.stream.recipes;

import org.jspecify.annotations.NullMarked;
