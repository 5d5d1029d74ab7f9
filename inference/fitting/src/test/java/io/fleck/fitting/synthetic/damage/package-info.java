/** Tests of the package of the same name. */
@NullMarked
package io.fleck.fitting.synthetic.damage;

import org.jspecify.annotations.NullMarked;
