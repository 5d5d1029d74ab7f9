/** Tests of the engines that stand in for a real one. */
@NullMarked
package io.fleck.load.engine;

import org.jspecify.annotations.NullMarked;
