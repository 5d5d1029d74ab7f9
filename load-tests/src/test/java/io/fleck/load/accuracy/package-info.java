/** Tests of the accuracy protocol. */
@NullMarked
package io.fleck.load.accuracy;

import org.jspecify.annotations.NullMarked;
