/** Tests of waiting for what is away. */
@NullMarked
package io.fleck.stream.outage;

import org.jspecify.annotations.NullMarked;
