/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.memory;

import org.jspecify.annotations.NullMarked;
