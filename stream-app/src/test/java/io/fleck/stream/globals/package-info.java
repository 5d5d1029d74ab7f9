/** Tests of the package. */
@NullMarked
package io.fleck.stream.globals;

import org.jspecify.annotations.NullMarked;
