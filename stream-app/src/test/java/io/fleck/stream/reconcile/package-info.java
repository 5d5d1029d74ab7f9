/** Tests of counting outcomes. */
@NullMarked
package io.fleck.stream.reconcile;

import org.jspecify.annotations.NullMarked;
