/**
 * What every command of the launcher shares: the main class, exit codes, common options, figures and progress.
 *
 * <p>Belongs here: what two commands of different modules need to look alike to their user. Does not belong here: any
 * command itself (each lives in the module that does its work) and anything that knows Kafka, Avro or images.
 */
@NullMarked
package io.fleck.cli;

import org.jspecify.annotations.NullMarked;
