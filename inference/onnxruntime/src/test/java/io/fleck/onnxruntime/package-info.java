/** Tests of the CPU engine, among them the contract of all engines. */
@NullMarked
package io.fleck.onnxruntime;

import org.jspecify.annotations.NullMarked;
