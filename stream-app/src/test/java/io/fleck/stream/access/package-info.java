/** Tests of who may do what, against a broker that refuses everything else. */
@NullMarked
package io.fleck.stream.access;

import org.jspecify.annotations.NullMarked;
