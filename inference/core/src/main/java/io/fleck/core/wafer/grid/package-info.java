/**
 * Sparse grids: sites that are occupied, and the index tables through which a network reads them.
 *
 * <p>Belongs here: sites, neighbour and pooling tables (the rulebook), how a wafer becomes a network's input. Does not
 * belong here: what the network makes of it.
 */
@NullMarked
package io.fleck.core.wafer.grid;

import org.jspecify.annotations.NullMarked;
