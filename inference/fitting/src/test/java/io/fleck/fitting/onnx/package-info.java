/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.onnx;

import org.jspecify.annotations.NullMarked;
