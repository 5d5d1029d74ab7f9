/**
 * Training of the wafer networks.
 *
 * <p>Belongs here: forward pass with gradients, augmentation, sampling, schedule, checkpoints, and the way from labelled
 * wafers to a model directory. Does not belong here: the graph (that is fitting's) and options.
 */
@NullMarked
package io.fleck.training.wafer;

import org.jspecify.annotations.NullMarked;
