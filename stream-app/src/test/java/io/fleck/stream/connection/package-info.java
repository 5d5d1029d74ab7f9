/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.connection;

import org.jspecify.annotations.NullMarked;
