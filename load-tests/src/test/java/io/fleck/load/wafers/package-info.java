/** Wafers through a real cluster and applications in processes of their own. */
@NullMarked
package io.fleck.load.wafers;

import org.jspecify.annotations.NullMarked;
