/**
 * From a frame on a topic to its outcome on others: exactly one result or dead letter an input.
 *
 * <p>Belongs here: the topology as a pure function of its collaborators, the processor, how outcomes and dead letters are
 * written. Does not belong here: settings, how a picture is inspected, waiting for what is away.
 */
@NullMarked
package io.fleck.stream.topology;

import org.jspecify.annotations.NullMarked;
