/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.data;

import org.jspecify.annotations.NullMarked;
