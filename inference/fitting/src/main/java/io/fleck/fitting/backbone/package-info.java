/**
 * Where features come from: the shipped network or one's own, and the grid of features made of its taps.
 *
 * <p>Belongs here: the backbone's file, its taps, and the part of every model's graph between pixels and features. Does
 * not belong here: what a detector makes of features.
 */
@NullMarked
package io.fleck.fitting.backbone;

import org.jspecify.annotations.NullMarked;
