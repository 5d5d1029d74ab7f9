/** Tests of the serdes over Confluent's in-memory registry and over HTTP servers that misbehave on purpose. */
@NullMarked
package io.fleck.serdes;

import org.jspecify.annotations.NullMarked;
