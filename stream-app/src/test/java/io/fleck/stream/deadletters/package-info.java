/** Tests of dead letters: ids, the book of replays, and what is sent again. */
@NullMarked
package io.fleck.stream.deadletters;

import org.jspecify.annotations.NullMarked;
