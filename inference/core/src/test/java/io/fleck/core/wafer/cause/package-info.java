@NullMarked
package io.fleck.core.wafer.cause;

import org.jspecify.annotations.NullMarked;
