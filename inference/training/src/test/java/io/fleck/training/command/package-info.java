/** Tests of the package of the same name. */
@NullMarked
package io.fleck.training.command;

import org.jspecify.annotations.NullMarked;
