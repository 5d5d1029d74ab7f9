/**
 * Who may do what on the cluster: the least that each role needs.
 *
 * <p>Belongs here: roles, what Kafka has to allow them, the table on the security page. Does not belong here: users and
 * how they prove who they are, which is the cluster's; making the rules, which is its administrator's.
 */
@NullMarked
package io.fleck.stream.access;

import org.jspecify.annotations.NullMarked;
