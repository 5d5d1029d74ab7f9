/**
 * Dynamic batching: single requests of many callers become batches for one engine.
 *
 * <p>Belongs here: when a batch is dispatched, who goes first, what happens when a batch fails. Does not belong here: what
 * a slot's bytes mean (the caller's {@link io.fleck.core.batch.BatchWork} fills and reads them) and the order of results
 * (each caller keeps its own).
 */
@NullMarked
package io.fleck.core.batch;

import org.jspecify.annotations.NullMarked;
