/**
 * What the live wall reads from Kafka: previews, and every outcome for the counters, with consumers of its own that commit
 * nothing.
 *
 * <p>Belongs here: topics into what the page shows. Does not belong here: HTTP.
 */
@NullMarked
package io.fleck.stream.wall.feed;

import org.jspecify.annotations.NullMarked;
