@NullMarked
package io.fleck.cluster.broker;

import org.jspecify.annotations.NullMarked;
