/** Tests of the path from a picture to an outcome. */
@NullMarked
package io.fleck.core.inspect;

import org.jspecify.annotations.NullMarked;
