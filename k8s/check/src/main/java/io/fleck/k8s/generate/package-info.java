/**
 * Manifests that are made from the code: topics and users.
 *
 * <p>Belongs here: YAML of what Fleck's tables say. Does not belong here: anything a person decides in k8s/.
 */
@NullMarked
package io.fleck.k8s.generate;

import org.jspecify.annotations.NullMarked;
