/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.fit;

import org.jspecify.annotations.NullMarked;
