/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.gaussian;

import org.jspecify.annotations.NullMarked;
