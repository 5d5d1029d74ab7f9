/**
 * A fitted model on disk: one ONNX graph and its {@code model.json}, checked by digest.
 *
 * <p>Belongs here: the description of a model, reading and writing a model directory. Does not belong here: running or
 * fitting it.
 */
@NullMarked
package io.fleck.core.model;

import org.jspecify.annotations.NullMarked;
