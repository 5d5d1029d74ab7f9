/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.stress;

import org.jspecify.annotations.NullMarked;
