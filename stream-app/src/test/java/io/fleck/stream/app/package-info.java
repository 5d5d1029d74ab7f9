/** Tests of the running application; those named {@code *IT} use a real broker, registry and engine. */
@NullMarked
package io.fleck.stream.app;

import org.jspecify.annotations.NullMarked;
