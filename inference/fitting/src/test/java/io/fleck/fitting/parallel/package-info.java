/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.parallel;

import org.jspecify.annotations.NullMarked;
