/**
 * The application as a process of its own: started as in production, told to end, killed, watched from outside.
 *
 * <p>Belongs here: processes, their logs and their health. Does not belong here: what is done to them and why.
 */
@NullMarked
package io.fleck.load.process;

import org.jspecify.annotations.NullMarked;
