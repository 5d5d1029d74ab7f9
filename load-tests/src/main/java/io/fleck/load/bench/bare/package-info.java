/**
 * The bare loop: pictures inspected as fast as this machine can, without Kafka.
 *
 * <p>Belongs here: ways of arranging decoders and engine workers, and finding the best of them. Does not belong here: the
 * inspection itself, which is the application's own code.
 */
@NullMarked
package io.fleck.load.bench.bare;

import org.jspecify.annotations.NullMarked;
