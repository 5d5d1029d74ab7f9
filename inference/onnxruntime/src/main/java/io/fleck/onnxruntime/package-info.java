/**
 * The CPU engine: ONNX Runtime through DJL.
 *
 * <p>Belongs here: how DJL and ONNX Runtime are set up, fed and freed. Does not belong here: what a graph means, batching,
 * and any other engine.
 */
@NullMarked
package io.fleck.onnxruntime;

import org.jspecify.annotations.NullMarked;
