/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.state;

import org.jspecify.annotations.NullMarked;
