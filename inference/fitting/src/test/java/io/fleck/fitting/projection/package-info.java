/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.projection;

import org.jspecify.annotations.NullMarked;
