/**
 * A Kafka cluster and a schema registry on this machine, for the demo, the tests and one's own producers.
 *
 * <p>Belongs here: the whole, started and stopped as one. The parts are in sub-packages: broker, registry, and read for
 * looking at topics. Does not belong here: anything that knows Fleck's records or its application; production clusters
 * are somebody else's.
 */
@NullMarked
package io.fleck.cluster;

import org.jspecify.annotations.NullMarked;
