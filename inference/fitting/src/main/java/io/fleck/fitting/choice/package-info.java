/**
 * Choosing a detector without a defect to try it on.
 *
 * <p>Belongs here: candidates, what they are judged by, and which one wins. Does not belong here: any detector's method,
 * options of commands.
 */
@NullMarked
package io.fleck.fitting.choice;

import org.jspecify.annotations.NullMarked;
