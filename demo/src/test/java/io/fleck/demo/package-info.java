/** Tests of the demo. */
@NullMarked
package io.fleck.demo;

import org.jspecify.annotations.NullMarked;
