/** Tests of scenarios and of the stage on which they are played. */
@NullMarked
package io.fleck.load.scenario;

import org.jspecify.annotations.NullMarked;
