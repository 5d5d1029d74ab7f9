/** Tests of the package. */
@NullMarked
package io.fleck.stream.patterns;

import org.jspecify.annotations.NullMarked;
