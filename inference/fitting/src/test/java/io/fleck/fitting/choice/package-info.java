/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.choice;

import org.jspecify.annotations.NullMarked;
