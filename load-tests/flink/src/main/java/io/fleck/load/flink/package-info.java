/**
 * What a user would build instead of Fleck: a Flink job that inspects the same frames with the same engine.
 *
 * <p>Belongs here: the job and its main class. Does not belong here: anything that Fleck itself uses; Flink is on no other
 * class path.
 */
@NullMarked
package io.fleck.load.flink;

import org.jspecify.annotations.NullMarked;
