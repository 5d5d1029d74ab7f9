/**
 * Real KRaft nodes, each broker and controller in one, in this process or in one of their own.
 *
 * <p>Belongs here: settings, formatting, starting, stopping and killing of nodes, and the ports they use. Does not belong
 * here: how many there are and what runs beside them.
 */
@NullMarked
package io.fleck.cluster.broker;

import org.jspecify.annotations.NullMarked;
