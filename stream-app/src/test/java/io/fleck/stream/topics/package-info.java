/** Tests of topic and schema plans; those that need a broker and a registry are named {@code *IT}. */
@NullMarked
package io.fleck.stream.topics;

import org.jspecify.annotations.NullMarked;
