/** Tests of the engine SPI, and the contract that every engine's module runs. */
@NullMarked
package io.fleck.core.engine;

import org.jspecify.annotations.NullMarked;
