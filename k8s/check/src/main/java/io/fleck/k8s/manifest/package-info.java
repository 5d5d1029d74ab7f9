/**
 * Manifests of Kubernetes as types: rendered by kustomize, read strictly.
 *
 * <p>Belongs here: from a folder to objects, refusing what no type knows; types that no library has. Does not belong here:
 * what has to hold between objects.
 */
@NullMarked
package io.fleck.k8s.manifest;

import org.jspecify.annotations.NullMarked;
