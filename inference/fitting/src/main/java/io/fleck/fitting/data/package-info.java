/**
 * Labelled pictures on disk: a folder with {@code good/} and others, or an {@code index.tsv}.
 *
 * <p>Belongs here: which pictures there are, their labels, masks and splits. Does not belong here: decoding them, and
 * what fitting or evaluation makes of them.
 */
@NullMarked
package io.fleck.fitting.data;

import org.jspecify.annotations.NullMarked;
