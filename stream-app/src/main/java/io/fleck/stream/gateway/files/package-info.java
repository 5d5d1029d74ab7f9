/**
 * Pictures and wafer maps in folders: listing, watching for finished files, and the journal that outlives a crash.
 *
 * <p>Belongs here: everything that looks at the file system. Does not belong here: anything that knows Kafka.
 */
@NullMarked
package io.fleck.stream.gateway.files;

import org.jspecify.annotations.NullMarked;
