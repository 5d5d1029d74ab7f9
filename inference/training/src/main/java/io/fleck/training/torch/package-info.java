/**
 * PyTorch through DJL: how it is set up, and the arrays that it trains.
 *
 * <p>Belongs here: the engine, named arrays with gradients, the optimiser. Does not belong here: networks and data.
 */
@NullMarked
package io.fleck.training.torch;

import org.jspecify.annotations.NullMarked;
