/** Tests of G85 and E142. */
@NullMarked
package io.fleck.core.wafer.semi;

import org.jspecify.annotations.NullMarked;
