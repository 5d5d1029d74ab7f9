/** Tests of the topology over fake inspectors. */
@NullMarked
package io.fleck.stream.topology;

import org.jspecify.annotations.NullMarked;
