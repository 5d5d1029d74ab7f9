/**
 * Networks of wafers as ONNX graphs, labelled wafers, and how good a model is on them.
 *
 * <p>Belongs here: what a network consists of and how it is written, reading labelled wafers and dividing them,
 * evaluating, and the control that any network must beat. Does not belong here: finding the weights (that is training's)
 * and running a model (that is core's).
 */
@NullMarked
package io.fleck.fitting.wafer;

import org.jspecify.annotations.NullMarked;
