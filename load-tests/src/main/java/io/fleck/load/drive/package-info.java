/**
 * The line that is inspected under faults: a small real model, frames that suit it, and the driver that sends them and
 * keeps what the broker acknowledged.
 *
 * <p>Belongs here: whatever goes in. Does not belong here: the application, the faults, and what comes out.
 */
@NullMarked
package io.fleck.load.drive;

import org.jspecify.annotations.NullMarked;
