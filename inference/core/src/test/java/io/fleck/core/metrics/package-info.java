/** Tests of the package of the same name. */
@NullMarked
package io.fleck.core.metrics;

import org.jspecify.annotations.NullMarked;
