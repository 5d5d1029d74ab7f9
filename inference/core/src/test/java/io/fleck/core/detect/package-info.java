/** Tests of the package of the same name. */
@NullMarked
package io.fleck.core.detect;

import org.jspecify.annotations.NullMarked;
