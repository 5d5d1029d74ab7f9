/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.gateway.files;

import org.jspecify.annotations.NullMarked;
