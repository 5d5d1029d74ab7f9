/** Tests of synthetic parts. */
@NullMarked
package io.fleck.fitting.synthetic;

import org.jspecify.annotations.NullMarked;
