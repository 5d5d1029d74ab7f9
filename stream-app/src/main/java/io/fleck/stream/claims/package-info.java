/**
 * Pictures that lie outside of their records: a frame carries a claim check (location, length, SHA-256) in their place.
 *
 * <p>Belongs here: where claimed pictures may lie, how they are written and read, and what is wrong with one that cannot
 * be had. Does not belong here: when a picture is claimed (the gateway's), what becomes of a frame without its picture and
 * waiting for a store that is away (the topology's).
 */
@NullMarked
package io.fleck.stream.claims;

import org.jspecify.annotations.NullMarked;
