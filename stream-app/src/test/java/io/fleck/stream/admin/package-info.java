/** Tests of metrics and health over HTTP. */
@NullMarked
package io.fleck.stream.admin;

import org.jspecify.annotations.NullMarked;
