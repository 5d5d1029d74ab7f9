/**
 * What has to hold between the objects of an overlay, and between them and the code.
 *
 * <p>Belongs here: one class for each kind of agreement; what the code says is asked of the code itself. Does not belong
 * here: whether a field exists, which reading has settled.
 */
@NullMarked
package io.fleck.k8s.check;

import org.jspecify.annotations.NullMarked;
