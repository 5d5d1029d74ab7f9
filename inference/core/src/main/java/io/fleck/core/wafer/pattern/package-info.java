/**
 * Patterns that nobody has named yet, and those that an operator has: wafers that a model rejects are gathered into clusters,
 * a cluster that is more than chance is one novel pattern, and a named pattern is a class without retraining.
 *
 * <p>Belongs here: the space in which wafers are compared, clusters as a state that can be kept anywhere, the decision that
 * a wafer is of a named class. Does not belong here: the network and the gate that rejects (package
 * {@code io.fleck.core.wafer}), how the space is found (that is fitting's), where the state lies and who is told.
 */
@NullMarked
package io.fleck.core.wafer.pattern;

import org.jspecify.annotations.NullMarked;
