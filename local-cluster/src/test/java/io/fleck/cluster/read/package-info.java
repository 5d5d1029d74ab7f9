@NullMarked
package io.fleck.cluster.read;

import org.jspecify.annotations.NullMarked;
