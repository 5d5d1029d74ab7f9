/**
 * Recipes that need gradients. Never on the streaming path, and not in the production image: it brings PyTorch along.
 *
 * <p>Belongs here: training and the commands that start it. Does not belong here: anything that runs a model; what
 * training leaves behind is a model directory like any other.
 */
@NullMarked
package io.fleck.training;

import org.jspecify.annotations.NullMarked;
