/** Tests of this package, against the manifests of this project and against broken copies of them. */
@NullMarked
package io.fleck.k8s.command;

import org.jspecify.annotations.NullMarked;
