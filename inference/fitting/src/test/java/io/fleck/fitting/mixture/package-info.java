/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.mixture;

import org.jspecify.annotations.NullMarked;
