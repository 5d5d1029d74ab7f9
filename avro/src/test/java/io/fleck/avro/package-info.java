/** Tests of the schemas themselves: how they are written and that they can follow what was released. */
@NullMarked
package io.fleck.avro;

import org.jspecify.annotations.NullMarked;
