/** Tests of the commands, run as a user runs them. */
@NullMarked
package io.fleck.stream.topics.command;

import org.jspecify.annotations.NullMarked;
