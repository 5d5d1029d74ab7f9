/**
 * A schema registry that speaks the Confluent REST protocol for Avro schemas.
 *
 * <p>Belongs here: the protocol, the rules it promises, and the journal that keeps ids and schemas over a restart. Does
 * not belong here: clients of a registry, and any schema of Fleck's own.
 */
@NullMarked
package io.fleck.cluster.registry;

import org.jspecify.annotations.NullMarked;
