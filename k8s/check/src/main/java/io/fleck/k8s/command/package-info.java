/**
 * The command {@code k8s}.
 *
 * <p>Belongs here: from folders to figures and exit codes. Does not belong here: what is compared.
 */
@NullMarked
package io.fleck.k8s.command;

import org.jspecify.annotations.NullMarked;
