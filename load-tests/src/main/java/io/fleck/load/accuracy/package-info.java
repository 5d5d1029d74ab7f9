/**
 * The accuracy protocol: fit on most of the good images, evaluate on the others and all defects, for several seeds.
 *
 * <p>Belongs here: splits, running fit and evaluate as a user would, mean and spread, the table of docs/accuracy.md. Does
 * not belong here: any figure's computation (it is what {@code evaluate} prints).
 */
@NullMarked
package io.fleck.load.accuracy;

import org.jspecify.annotations.NullMarked;
