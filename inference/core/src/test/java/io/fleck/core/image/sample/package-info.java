/** Tests of sample arithmetic. */
@NullMarked
package io.fleck.core.image.sample;

import org.jspecify.annotations.NullMarked;
