/** Tests of promises. */
@NullMarked
package io.fleck.load.guarantee;

import org.jspecify.annotations.NullMarked;
