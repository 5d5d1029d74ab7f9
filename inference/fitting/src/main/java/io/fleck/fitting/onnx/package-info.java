/**
 * Reading, extending and writing ONNX graphs.
 *
 * <p>Belongs here: nodes, constants, inputs and outputs, and what every engine accepts. Does not belong here: running a
 * graph, and what a detector computes.
 */
@NullMarked
package io.fleck.fitting.onnx;

import org.jspecify.annotations.NullMarked;
