/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.backbone;

import org.jspecify.annotations.NullMarked;
