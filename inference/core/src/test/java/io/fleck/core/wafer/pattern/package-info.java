@NullMarked
package io.fleck.core.wafer.pattern;

import org.jspecify.annotations.NullMarked;
