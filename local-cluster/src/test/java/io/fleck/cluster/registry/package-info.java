@NullMarked
package io.fleck.cluster.registry;

import org.jspecify.annotations.NullMarked;
