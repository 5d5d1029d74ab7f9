/** Tests of frames and of the driver that sends them. */
@NullMarked
package io.fleck.load.drive;

import org.jspecify.annotations.NullMarked;
