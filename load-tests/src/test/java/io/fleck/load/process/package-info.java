/** Tests of the application as a process of its own. */
@NullMarked
package io.fleck.load.process;

import org.jspecify.annotations.NullMarked;
