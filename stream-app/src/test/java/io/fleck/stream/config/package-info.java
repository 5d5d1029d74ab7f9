/** Tests of the settings. */
@NullMarked
package io.fleck.stream.config;

import org.jspecify.annotations.NullMarked;
