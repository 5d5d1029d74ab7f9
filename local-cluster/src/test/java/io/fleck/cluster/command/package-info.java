@NullMarked
package io.fleck.cluster.command;

import org.jspecify.annotations.NullMarked;
