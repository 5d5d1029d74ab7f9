/** Tests of the package of the same name. */
@NullMarked
package io.fleck.stream.gateway.command;

import org.jspecify.annotations.NullMarked;
