/** Tests of the command that verifies the guarantees. */
@NullMarked
package io.fleck.load.verify;

import org.jspecify.annotations.NullMarked;
